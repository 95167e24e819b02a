package io.tadoru.simulator;

import io.tadoru.simulator.WindowsEvents.WindowsEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Microsoft Defender Antivirus: found (1116) and acted on (1117). */
public record DefenderLog(WindowsLog events, Dice dice) {
    public static final WindowsEvents.Channel CHANNEL = new WindowsEvents.Channel(
            "Microsoft-Windows-Windows Defender/Operational", "Microsoft-Windows-Windows Defender");

    /** What was found, and in the hands of which program. */
    public record Threat(
            String id, String name, int severity, String severityName, int category, String path, String process) {
        public String categoryName() {
            return category == 8 ? "Trojan" : category == 27 ? "Potentially Unwanted Software" : "Adware";
        }
    }

    public void quarantined(Instant detected, Instant acted, Presence where, Threat threat) {
        String detection = "{" + guid() + "}";
        Map<String, String> found = describe(detected, detection, where, threat, "1", "9", "Not Applicable");
        events.add(new WindowsEvent(detected, where, 1116, "warning", "None", found));
        Map<String, String> action = describe(detected, detection, where, threat, "3", "2", "Quarantine");
        action.put("Remediation User", "NT AUTHORITY\\SYSTEM");
        events.add(new WindowsEvent(acted, where, 1117, "information", "None", action));
    }

    private static Map<String, String> describe(
            Instant detected,
            String detection,
            Presence where,
            Threat threat,
            String status,
            String action,
            String actionName) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Product Name", "Microsoft Defender Antivirus");
        data.put("Product Version", "4.18.2201.10");
        data.put("Detection ID", detection);
        data.put("Detection Time", OfficeTime.iso(detected));
        data.put("Threat ID", threat.id());
        data.put("Threat Name", threat.name());
        data.put("Severity ID", Integer.toString(threat.severity()));
        data.put("Severity Name", threat.severityName());
        data.put("Category ID", Integer.toString(threat.category()));
        data.put("Category Name", threat.categoryName());
        data.put("Status Code", status);
        data.put("State", status.equals("1") ? "1" : "2");
        data.put("Source ID", "3");
        data.put("Source Name", "Real-Time Protection");
        data.put("Process Name", threat.process());
        data.put("Detection User", where.pc().account());
        data.put("Path", "file:_" + threat.path());
        data.put("Origin ID", "1");
        data.put("Origin Name", "Local machine");
        data.put("Execution ID", "1");
        data.put("Execution Name", "Suspended");
        data.put("Type ID", "0");
        data.put("Type Name", "Concrete");
        data.put("Pre Execution Status", "0");
        data.put("Action ID", action);
        data.put("Action Name", actionName);
        data.put("Error Code", "0x00000000");
        data.put("Error Description", "The operation completed successfully. ");
        data.put("Post Clean Status", "0");
        data.put("Additional Actions ID", "0");
        data.put("Additional Actions String", "No additional actions required");
        data.put("Security intelligence Version", "AV: 1.359.1185.0, AS: 1.359.1185.0, NIS: 1.359.1185.0");
        data.put("Engine Version", "AM: 1.1.18900.3, NIS: 1.1.18900.3");
        return data;
    }

    private String guid() {
        String hex = dice.hex(32);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }
}
