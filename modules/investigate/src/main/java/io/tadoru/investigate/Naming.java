package io.tadoru.investigate;

import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
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
            // A mail to sixty is no one host's event.
            to.write(choices.size() == 1 ? named(event, choices.get(0)) : event.json());
            to.write('\n');
        }
    }

    private List<HostChoice> choices(EventSpool.Waiting event) {
        return event.host().isEmpty()
                ? knowledge.whose(event.parties(), event.time())
                : List.of(new HostChoice(event.host(), HostChoice.LOG));
    }

    private static byte[] named(EventSpool.Waiting waiting, HostChoice choice) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put(Fields.HOST_ID, choice.host());
        named.put(Fields.HOST_BASIS, choice.basis());
        // Until a name is found the identity itself is the host; what the log says itself stays as it says it.
        if (choice.isName() && !choice.basis().equals(HostChoice.LOG)) {
            named.put(Fields.HOST_NAME, choice.host());
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
