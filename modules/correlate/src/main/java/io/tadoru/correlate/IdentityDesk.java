package io.tadoru.correlate;

import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import io.tadoru.event.Strength;
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.Bindings;
import io.tadoru.identity.Candidate;
import io.tadoru.identity.Runs;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** What is known of an identity, and who asked: answers, and answers anew when a row changes what was said. */
final class IdentityDesk {
    /** Makes seconds from the year 1900 on positive, and all of the same length. */
    private static final long ERA = 100_000_000_000L;

    /** A claim as kept, with what was answered. */
    record Kept(Claim claim, List<Candidate> answered) {}

    /** What an observation changed, and when look-ups may feel it. */
    record Seen(Runs.Change change, Runs.Span touched) {}

    private final Table<BindingRow> rows;
    private final Table<Kept> claims;

    IdentityDesk(ProcessorContext<?, ?> context) {
        rows = Table.of(context, Stores.ROWS);
        claims = Table.of(context, Stores.CLAIMS);
    }

    Table<BindingRow> rows() {
        return rows;
    }

    Table<Kept> claims() {
        return claims;
    }

    /** Takes in an observation; tells the rows it changed, none when it was known. */
    List<Seen> observe(Observation seen, long known) {
        List<BindingRow> like = like(seen);
        Runs.Change change = Runs.add(like, seen);
        change.removed().forEach(r -> rows.delete(key(r)));
        change.put().forEach(r -> rows.put(key(r), r, known));
        return change.put().stream()
                .map(r -> new Seen(change, Runs.touched(like, r)))
                .toList();
    }

    /** Only rows that it may join: an account seen everywhere must not cost all its rows for each sighting. */
    private List<BindingRow> like(Observation seen) {
        String group = group(seen.identity(), seen.host(), seen.strength());
        return down(group, seen.time().plus(Runs.APART), seen.time().minus(Runs.APART)).stream()
                .filter(r -> r.identity().equals(seen.identity()))
                .toList();
    }

    /** Of one host and strength, whose runs lie apart: from the last that has begun back to those that had ended. */
    private List<BindingRow> down(String group, Instant latest, Instant earliest) {
        // As text a whole second sorts after its fractions; the tilde sorts after both, and who asks looks exactly.
        String second = latest.truncatedTo(ChronoUnit.SECONDS).toString().replace('Z', '~');
        return rows.down(group + second, group, r -> !r.last().isBefore(earliest));
    }

    /** Answers those kept claims about that span whose answer is another now. */
    void answerAnew(Identity identity, Runs.Span touched, Consumer<Answer> answers) {
        String owner = identity.toString();
        List<Table.Entry<Kept>> asked = new ArrayList<>(claims.range(
                Table.key(owner, sortable(touched.from())),
                Table.key(owner, sortable(touched.to()) + "~"),
                Integer.MAX_VALUE));
        asked.removeIf(e -> !e.value().claim().identity().equals(identity));
        if (!asked.isEmpty()) {
            List<BindingRow> known = near(identity, touched.from(), touched.to());
            asked.stream()
                    .filter(e -> !e.value()
                            .answered()
                            .equals(Bindings.asOf(known, e.value().claim().time())))
                    .forEach(e -> answer(e.value().claim(), e.known(), known, answers));
        }
    }

    /** Keeps and answers a claim, or forgets it. */
    void ask(Claim claim, long asked, Consumer<Answer> answers) {
        if (claim.withdrawn()) {
            claims.delete(key(claim));
        } else {
            answer(claim, asked, near(claim.identity(), claim.time(), claim.time()), answers);
        }
    }

    private void answer(Claim claim, long asked, List<BindingRow> known, Consumer<Answer> answers) {
        List<Candidate> candidates = Bindings.asOf(known, claim.time());
        claims.put(key(claim), new Kept(claim, candidates), asked);
        answers.accept(new Answer(claim.eventId(), claim.identity(), claim.time(), candidates));
    }

    /** What speaks for some of these times; a host's other rows are stepped over, be there years of them. */
    private List<BindingRow> near(Identity identity, Instant from, Instant to) {
        List<BindingRow> near = new ArrayList<>();
        String next = Table.key(identity.toString(), "");
        String end = Table.after(next);
        for (var row = rows.range(next, end, 1); !row.isEmpty(); row = rows.range(next, end, 1)) {
            String group = group(row.getFirst().value());
            near.addAll(down(group, Bindings.latest(identity, to), Bindings.earliest(identity, from)));
            // Were a row ever under another's key, this would still come to an end.
            next = later(Table.beyond(group), row.getFirst().key() + '\0');
        }
        near.removeIf(r -> !r.identity().equals(identity));
        return near;
    }

    private static String later(String key, String other) {
        return key.compareTo(other) > 0 ? key : other;
    }

    private static String group(BindingRow row) {
        return group(row.identity(), row.host(), row.strength());
    }

    private static String group(Identity identity, String host, Strength strength) {
        return Table.key(identity.toString(), identity + "|" + host + "|" + strength + "|");
    }

    private static String key(BindingRow row) {
        return Table.key(row.identity().toString(), row.key());
    }

    /** By time below the identity, so that a row that grows asks only for the claims it may concern. */
    private static String key(Claim claim) {
        return Table.key(claim.identity().toString(), sortable(claim.time()) + "|" + claim.eventId());
    }

    private static String sortable(Instant time) {
        return String.format(Locale.ROOT, "%020d", Math.max(0, time.getEpochSecond() + ERA));
    }
}
