package io.tadoru.evtx;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

/** What two tools may write differently and mean the same. */
final class Spelling {
    private static final Map<String, String> SYSTEM = Map.ofEntries(
            Map.entry(".channel", "Channel"),
            Map.entry(".computer_name", "Computer"),
            Map.entry(".event_id", "EventID"),
            Map.entry(".provider_name", "Provider.Name"),
            Map.entry(".provider_guid", "Provider.Guid"),
            Map.entry(".record_id", "EventRecordID"),
            Map.entry(".opcode", "Opcode"),
            Map.entry(".system.Task", "Task"),
            Map.entry(".level", "Level"),
            Map.entry(".keywords", "Keywords"),
            Map.entry(".version", "Version"),
            Map.entry(".activity_id", "Correlation.ActivityID"),
            Map.entry(".process.pid", "Execution.ProcessID"),
            Map.entry(".process.thread.id", "Execution.ThreadID"),
            Map.entry(".user.identifier", "Security.UserID"));

    private Spelling() {}

    /** The other tool's name of a field below {@code winlog}. */
    static String name(String path) {
        String system = SYSTEM.get(path);
        return system != null
                ? "System." + system
                : path.replace(".event_data.", "EventData.").replace(".user_data.", "UserData.");
    }

    /** The other tool cuts white space off the ends of values; here it stays. */
    static boolean same(String theirs, String ours) {
        return plain(theirs).equals(plain(ours)) || (isTime(theirs) && sameTime(theirs, ours));
    }

    private static String plain(String value) {
        if (value.matches("\\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}?")) {
            return value.replaceAll("[{}]", "").toUpperCase(Locale.ROOT);
        }
        return value.matches("0x[0-9a-fA-F]+") ? new BigInteger(value.substring(2), 16).toString() : value.strip();
    }

    private static boolean isTime(String value) {
        return value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    }

    /** The other tool cuts the last of the seven digits that Windows stores. */
    private static boolean sameTime(String theirs, String ours) {
        return ours.length() == theirs.length() + 1 && ours.startsWith(theirs.substring(0, theirs.length() - 1));
    }
}
