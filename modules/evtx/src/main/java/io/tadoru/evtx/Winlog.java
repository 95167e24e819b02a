package io.tadoru.evtx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An event in the form in which Winlogbeat sends it, so that what reads Winlogbeat's events reads these. Nothing is left out:
 * what that form has no name for stays under the name that Windows gave it.
 */
record Winlog(Element event) {
    private static final List<String> LEVELS =
            List.of("information", "critical", "error", "warning", "information", "verbose");

    /**
     * The whole document.
     *
     * @param id of the record, where the event does not say its own
     * @param written when the record was, as its header says
     */
    Map<String, Object> record(long id, String written) throws Malformed {
        Element element = event.child("System");
        Map<String, String> system = SystemFields.of(element);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("@timestamp", system.getOrDefault("TimeCreated.SystemTime", written));
        record.put("event", event(system, written));
        if (system.containsKey("Level")) {
            record.put("log", Map.of("level", level(system.getOrDefault("Level", ""))));
        }
        rendered("Message").ifPresent(text -> record.put("message", text));
        Map<String, Object> winlog = SystemFields.winlog(element, system);
        winlog.putIfAbsent("record_id", id);
        rendered("Task").ifPresent(task -> winlog.put("task", task));
        data(winlog);
        record.put("winlog", winlog);
        return record;
    }

    private static Map<String, Object> event(Map<String, String> system, String written) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("kind", "event");
        event.put("code", system.getOrDefault("EventID", ""));
        event.put("provider", system.getOrDefault("Provider.Name", ""));
        event.put("created", written);
        event.put("outcome", Keywords.outcome(system.getOrDefault("Keywords", "")));
        event.values().removeIf(""::equals);
        return event;
    }

    /** Windows' names for its five levels; a provider may have more, which have none here. */
    private static String level(String number) {
        return number.matches("[0-5]") ? LEVELS.get(Integer.parseInt(number)) : number;
    }

    /** Only events that were forwarded from another PC bring their texts along. */
    private Optional<String> rendered(String name) {
        return event.children().stream()
                .filter(part -> part.name().equals("RenderingInfo"))
                .flatMap(part -> part.children().stream())
                .filter(child -> child.name().equals(name) && !child.text().isEmpty())
                .map(Element::text)
                .findFirst();
    }

    private void data(Map<String, Object> winlog) {
        for (Element part : event.children()) {
            switch (part.name()) {
                case "System" -> {}
                case "EventData" -> EventData.put(part, winlog);
                case "UserData" -> Trees.put(winlog, "user_data", EventData.user(part));
                default -> Trees.put(winlog, snake(part.name()), Trees.of(part));
            }
        }
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
