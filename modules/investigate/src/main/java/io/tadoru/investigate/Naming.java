package io.tadoru.investigate;

import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Identity;
import io.tadoru.event.Json;
import io.tadoru.event.Party;
import io.tadoru.identity.HostChoice;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Says which host an event belongs to, once all that tells it is known: as the index does, by the event's own word, else by
 * whom its address or account stood for then.
 */
final class Naming {
    private final Knowledge knowledge;
    private final Predicate<String> wanted;
    private final OutputStream to;
    private long written;

    Naming(Knowledge knowledge, Predicate<String> wanted, OutputStream to) {
        this.knowledge = knowledge;
        this.wanted = wanted;
        this.to = to;
    }

    /** Events of hosts that are asked for, so far. */
    long written() {
        return written;
    }

    /** Writes the event if its host is asked for. */
    void write(EventSpool.Waiting event) throws IOException {
        List<HostChoice> choices = choices(event);
        boolean any = choices.isEmpty()
                ? wanted.test("")
                : choices.stream().map(HostChoice::host).anyMatch(wanted);
        if (any) {
            written++;
            // A mail to sixty is no one host's event; one to a mailbox whose user has two PCs is both PCs'.
            to.write(choices.isEmpty() || event.parties().size() > 1 ? event.json() : named(event, choices));
            to.write('\n');
        }
    }

    private List<HostChoice> choices(EventSpool.Waiting event) {
        List<Party> parties =
                event.host().isEmpty() ? event.parties() : List.of(new Party(List.of(Identity.host(event.host()))));
        return knowledge.whose(parties, event.time());
    }

    private static byte[] named(EventSpool.Waiting waiting, List<HostChoice> choices) {
        HostChoice first = choices.getFirst();
        Map<String, Object> named = new LinkedHashMap<>();
        named.put(Fields.HOST_ID, HostChoice.hosts(choices));
        named.put(Fields.HOST_BASIS, first.basis());
        // Until a name is found the identity itself is the host; what the log says itself stays as it says it.
        if (choices.size() == 1 && first.isName() && waiting.host().isEmpty()) {
            named.put(Fields.HOST_NAME, first.host());
        }
        return waiting.bare() ? joined(waiting.json(), Json.bytes(named)) : replaced(waiting.json(), named);
    }

    /** Two flat objects as one; spares reading the first. */
    private static byte[] joined(byte[] event, byte[] named) {
        byte[] joined = new byte[event.length + named.length - 1];
        System.arraycopy(event, 0, joined, 0, event.length - 1);
        joined[event.length - 1] = ',';
        System.arraycopy(named, 1, joined, event.length, named.length - 1);
        return joined;
    }

    private static byte[] replaced(byte[] json, Map<String, Object> named) {
        Event event = EventJson.decode(json);
        for (Map.Entry<String, Object> field : named.entrySet()) {
            event = event.with(field.getKey(), field.getValue());
        }
        return EventJson.encode(event);
    }
}
