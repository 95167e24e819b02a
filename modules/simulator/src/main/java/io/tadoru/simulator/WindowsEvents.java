package io.tadoru.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.event.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One Windows channel of all PCs, as Winlogbeat 8 ships it: a JSON document for each event. */
public final class WindowsEvents implements WindowsLog {
    /** A channel's names, the same in each of its documents. */
    public record Channel(String name, String provider) {}

    /** One event before it has its record number. */
    public record WindowsEvent(
            Instant at, Presence where, int id, String level, String task, Map<String, String> data) {}

    private final Pen book;
    private final Channel channel;
    private final List<WindowsEvent> events = new ArrayList<>();

    public WindowsEvents(Pen book, Channel channel) {
        this.book = book;
        this.channel = channel;
    }

    @Override
    public void add(WindowsEvent event) {
        events.add(event);
    }

    /** Numbers each PC's events in the order of time, which is only known when all have happened. */
    public void finish() {
        Map<String, Integer> records = new HashMap<>();
        events.stream()
                .sorted(Comparator.comparing(WindowsEvent::at))
                .forEach(event -> book.add(
                        event.at(),
                        document(
                                channel, event, records.merge(event.where().pc().name(), 1, Integer::sum))));
    }

    /** The document of one event. */
    public static String document(Channel channel, WindowsEvent event, int record) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("@timestamp", OfficeTime.iso(event.at()));
        about(root.putObject("event"), channel, event);
        root.putObject("log").put("level", event.level());
        host(root, event.where());
        winlog(root.putObject("winlog"), channel, event, record);
        return root.toString();
    }

    private static void about(ObjectNode about, Channel channel, WindowsEvent event) {
        about.put("kind", "event").put("code", Integer.toString(event.id())).put("provider", channel.provider());
        about.put("action", event.task())
                .put("created", OfficeTime.iso(event.at().plusMillis(1_200)));
    }

    private static void host(ObjectNode root, Presence where) {
        String name = where.pc().name();
        ObjectNode agent = root.putObject("agent");
        agent.put("type", "winlogbeat").put("version", "8.0.0").put("name", name);
        ObjectNode host = root.putObject("host");
        host.put("name", name);
        host.putArray("ip").add(where.address());
        host.putArray("mac").add(where.pc().mac().toUpperCase(Locale.ROOT).replace(':', '-'));
    }

    private static void winlog(ObjectNode winlog, Channel channel, WindowsEvent event, int record) {
        winlog.put("channel", channel.name()).put("provider_name", channel.provider());
        winlog.put("event_id", Integer.toString(event.id()));
        winlog.put("record_id", 10_000 + record)
                .put("computer_name", event.where().pc().fqdn());
        winlog.put("opcode", "Info").put("task", event.task());
        ObjectNode data = winlog.putObject("event_data");
        event.data().forEach(data::put);
    }
}
