package io.tadoru.correlate;

import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** A walk past all hosts that have chains, some at a time and over restarts, after which each is assembled anew. */
final class Round {
    static final int HOSTS_AT_ONCE = 200;

    private static final String WHERE = "where";

    private final Table<String> place;
    private final Table<SaidChain> said;
    private final Table<String> dirty;

    Round(ProcessorContext<?, ?> context) {
        place = Table.of(context, Stores.ROUND);
        said = Table.of(context, Stores.SAID_CHAINS);
        dirty = Table.of(context, Stores.DIRTY);
    }

    /** From the start, also when one is under way. */
    void begin(long known) {
        place.put(WHERE, "", known);
    }

    void goOn(long now) {
        @Nullable String from = place.get(WHERE);
        for (int hosts = 0; from != null && hosts < HOSTS_AT_ONCE; hosts++) {
            from = next(from, now);
        }
    }

    private @Nullable String next(String from, long now) {
        List<Table.Entry<SaidChain>> found = said.from(from, 1);
        if (found.isEmpty()) {
            place.delete(WHERE);
            return null;
        }
        if (found.getFirst().value().document().get("host") instanceof String host) {
            dirty.put(host, host, now);
        }
        String next = Table.after(found.getFirst().key());
        place.put(WHERE, next, now);
        return next;
    }
}
