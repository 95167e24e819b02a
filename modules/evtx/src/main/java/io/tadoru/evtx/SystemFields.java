package io.tadoru.evtx;

import java.util.LinkedHashMap;
import java.util.Map;

/** What Windows says of every event, and where Winlogbeat has it; a task it has by its name, which only rendered events bring. */
final class SystemFields {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("Channel", "channel"),
            Map.entry("Computer", "computer_name"),
            Map.entry("EventID", "event_id"),
            Map.entry("Provider.Name", "provider_name"),
            Map.entry("Provider.Guid", "provider_guid"),
            Map.entry("Provider.EventSourceName", "event_source_name"),
            Map.entry("EventID.Qualifiers", "qualifiers"),
            Map.entry("Opcode", "opcode"),
            Map.entry("Level", "level"),
            Map.entry("Correlation.ActivityID", "activity_id"),
            Map.entry("Correlation.RelatedActivityID", "related_activity_id"),
            Map.entry("Security.UserID", "user.identifier"));

    private static final Map<String, String> NUMBERS = Map.of(
            "EventRecordID", "record_id",
            "Version", "version",
            "Execution.ProcessID", "process.pid",
            "Execution.ThreadID", "process.thread.id");

    private SystemFields() {}

    /** The elements and their attributes, as {@code Provider.Name}, those that are empty left out. */
    static Map<String, String> of(Element system) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element child : system.children()) {
            fields.putIfAbsent(child.name(), child.text());
            child.attributes().forEach(a -> fields.putIfAbsent(child.name() + "." + a.name(), a.text()));
        }
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    static Map<String, Object> winlog(Element element, Map<String, String> system) {
        Map<String, Object> winlog = new LinkedHashMap<>();
        // nothing of Windows' is deeper; should it be one day, it is kept
        element.children().stream()
                .filter(child -> !child.children().isEmpty())
                .forEach(child -> Trees.put(Trees.within(winlog, "system"), child.name(), Trees.of(child)));
        element.attributes().forEach(a -> Trees.put(Trees.within(winlog, "system"), a.name(), a.text()));
        system.forEach((path, value) -> {
            if (path.equals("Keywords")) {
                winlog.put("keywords", Keywords.of(value));
            } else if (!path.equals("TimeCreated.SystemTime")) {
                put(winlog, path, value);
            }
        });
        return winlog;
    }

    private static void put(Map<String, Object> winlog, String path, String value) {
        String number = NUMBERS.get(path);
        String text = TEXTS.get(path);
        if (number != null) {
            Trees.path(winlog, number, value.matches("\\d{1,18}") ? (Object) Long.valueOf(value) : value);
        } else if (text != null) {
            Trees.path(winlog, text, value);
        } else {
            Trees.put(Trees.within(winlog, "system"), path, value);
        }
    }
}
