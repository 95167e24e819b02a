package io.tadoru.correlate;

import io.tadoru.chain.Presence;
import io.tadoru.event.Identity;
import io.tadoru.identity.BindingRow;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** When each host itself was heard, by runs, for assembly to tell a dead agent from an innocent one. */
final class PresenceShelf {
    private final Table<BindingRow> rows;

    PresenceShelf(ProcessorContext<?, ?> context) {
        rows = Table.of(context, Stores.PRESENCE);
    }

    Table<BindingRow> rows() {
        return rows;
    }

    void take(HostSeen seen, long known) {
        BindingRow row = seen.row();
        String key = Table.key(row.host(), row.key());
        if (seen.gone()) {
            rows.delete(key);
        } else {
            rows.put(key, row, known);
        }
    }

    Presence of(String host) {
        List<BindingRow> own =
                rows.below(host).stream().filter(r -> r.host().equals(host)).toList();
        return new Presence(
                spans(own, Identity.Kind.AGENT), spans(own, Identity.Kind.PATH), spans(own, Identity.Kind.AWAY));
    }

    private static List<Presence.Span> spans(List<BindingRow> rows, Identity.Kind kind) {
        return rows.stream()
                .filter(r -> r.identity().kind() == kind)
                .map(r -> new Presence.Span(r.first(), r.last()))
                .toList();
    }
}
