package io.tadoru.correlate;

import io.tadoru.chain.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * What people decided, below the host it is about; the allow-list lies below no host, for an entry may change hosts and its
 * newest form must be met with all its older ones. It is not forgotten, only bounded.
 */
final class DecisionShelf {
    /** Decisions kept of one host, and entries of the allow-list: the newest by their own time, whatever came first. */
    static final int MOST = 2000;

    private static final String ALL_HOSTS = "";
    /** Makes all seconds positive, so that their text sorts as they do. */
    private static final long ERA = 1L << 56;

    private final Table<Decision> decisions;
    private final Table<Long> counts;

    DecisionShelf(ProcessorContext<?, ?> context) {
        decisions = Table.of(context, Stores.DECISIONS);
        counts = Table.of(context, Stores.DECISION_COUNTS);
    }

    /** Puts it where it belongs; once more changes nothing. */
    void take(Decision decision, long known) {
        String owner = decision.kind() == Decision.Kind.ALLOW ? ALL_HOSTS : decision.host();
        String place = Table.key(owner, rank(decision));
        if (decisions.get(place) == null) {
            decisions.put(place, decision, known);
            bound(owner, known);
        }
    }

    private void bound(String owner, long known) {
        @Nullable Long before = counts.get(Table.key(owner, ""));
        long count = before == null ? 1 : before + 1;
        if (count > MOST) {
            decisions.prefixed(Table.key(owner, ""), 1).forEach(e -> decisions.delete(e.key()));
        }
        counts.put(Table.key(owner, ""), Math.min(count, MOST), known);
    }

    private static String rank(Decision decision) {
        Instant at = decision.at();
        return String.format(Locale.ROOT, "%020d|%09d|%s", ERA + at.getEpochSecond(), at.getNano(), decision.id());
    }

    /** The allow-list as it ever was. */
    List<Decision> allowances() {
        return decisions.below(ALL_HOSTS);
    }

    /** All decisions on this host's chains. */
    List<Decision> upon(String host) {
        return decisions.below(host).stream().filter(d -> d.host().equals(host)).toList();
    }
}
