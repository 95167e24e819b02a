package io.tadoru.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.tadoru.event.Fields;
import io.tadoru.event.Identity;
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.Reach;
import java.time.Instant;

/**
 * Which events a changed row may give another host: those that bear the identity, lie in the row's reach, and are not with
 * the row's host already.
 */
record Influence(Identity identity, String host, Instant from, Instant to) {
    static Influence of(BindingRow row, Reach reach) {
        return new Influence(row.identity(), row.host(), reach.from(), reach.to());
    }

    /** What the row says anew when all that it said up to that time was known before. */
    Influence since(Instant known) {
        return new Influence(identity, host, known.isAfter(from) ? known : from, to);
    }

    Query query() {
        Query borne = Query.of(q -> q.term(t -> t.field(HostNamer.IDENTITIES).value(identity.toString())));
        Query then = Query.of(q -> q.range(
                r -> r.date(d -> d.field(Fields.TIMESTAMP).gte(from.toString()).lte(to.toString()))));
        Query there = Query.of(q -> q.term(t -> t.field(Fields.HOST_ID).value(host)));
        return Query.of(q -> q.bool(b -> b.filter(borne, then).mustNot(there)));
    }
}
