package io.tadoru.correlate;

import io.tadoru.chain.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ProcessorContext;

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

    DecisionShelf(ProcessorContext<?, ?> context) {
        decisions = Table.of(context, Stores.DECISIONS);
    }

    /** Puts it where it belongs; once more changes nothing. */
    void take(Decision decision, long known) {
        String owner = decision.kind() == Decision.Kind.ALLOW ? ALL_HOSTS : decision.host();
        decisions.put(Table.key(owner, rank(decision)), decision, known);
        List<Table.Entry<Decision>> oldest = decisions.prefixed(Table.key(owner, ""), MOST + 1);
        if (oldest.size() > MOST) {
            decisions.delete(oldest.getFirst().key());
        }
    }

    private static String rank(Decision decision) {
        Instant at = decision.at();
        return String.format(Locale.ROOT, "%020d|%09d|%s", ERA + at.getEpochSecond(), at.getNano(), decision.id());
    }

    /** The allow-list as it ever was. */
    List<Decision> allowances() {
        return decisions.below(ALL_HOSTS);
    }

    /** All that assembly of this host has to know. */
    List<Decision> upon(String host) {
        List<Decision> all = new ArrayList<>(allowances());
        decisions.below(host).stream().filter(d -> d.host().equals(host)).forEach(all::add);
        return all;
    }
}
