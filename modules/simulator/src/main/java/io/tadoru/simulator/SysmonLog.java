package io.tadoru.simulator;

import io.tadoru.event.Sha256;
import io.tadoru.simulator.WindowsEvents.WindowsEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sysmon 13 on the PCs: processes created, connections made, files created. */
public record SysmonLog(WindowsLog events, Dice dice) {
    public static final WindowsEvents.Channel CHANNEL =
            new WindowsEvents.Channel("Microsoft-Windows-Sysmon/Operational", "Microsoft-Windows-Sysmon");

    /** A running program. */
    public record Running(String image, String command, String user, int pid, String guid) {
        public String file() {
            return image.substring(image.lastIndexOf('\\') + 1);
        }
    }

    /** A program that is there as long as the desktop is; the same one for whoever asks. */
    public static Running resident(Presence where, String image, String command, String user) {
        int pid = 4 * Integer.parseInt(Sha256.hex(where.pc().name() + image).substring(0, 3), 16) + 400;
        return new Running(image, command, user, pid, guid(where, where.from(), pid));
    }

    /** Event 1, of a program that will do more. */
    public Running starts(Instant at, Presence where, Running parent, String image, String command, String user) {
        int pid = dice.between(300, 6_000) * 4;
        Running child = new Running(image, command, user, pid, guid(where, at, pid));
        starts(at, where, parent, child);
        return child;
    }

    /** Event 1. */
    public void starts(Instant at, Presence where, Running parent, Running child) {
        Map<String, String> data = about(at, child);
        boolean system = child.user().equals(Programs.SYSTEM);
        data.put("OriginalFileName", child.file());
        data.put("CommandLine", child.command());
        data.put("CurrentDirectory", system ? Programs.SYSTEM32 : where.pc().home() + "\\");
        data.put("User", child.user());
        data.put("IntegrityLevel", system ? "System" : "Medium");
        data.put("Hashes", "SHA256=" + Sha256.hex(child.image()).toUpperCase(Locale.ROOT));
        data.put("ParentProcessGuid", parent.guid());
        data.put("ParentProcessId", Integer.toString(parent.pid()));
        data.put("ParentImage", parent.image());
        data.put("ParentCommandLine", parent.command());
        data.put("ParentUser", parent.user());
        add(at, where, 1, "Process Create (rule: ProcessCreate)", data);
    }

    /** Event 3. */
    public void connects(Instant at, Presence where, Running program, String protocol, String destination, int port) {
        Map<String, String> data = about(at, program);
        data.put("User", program.user());
        data.put("Protocol", protocol);
        data.put("Initiated", "true");
        data.put("SourceIsIpv6", "false");
        data.put("SourceIp", where.address());
        data.put("SourceHostname", where.pc().fqdn());
        data.put("SourcePort", Integer.toString(dice.port()));
        data.put("DestinationIsIpv6", "false");
        data.put("DestinationIp", destination);
        data.put("DestinationPort", Integer.toString(port));
        add(at, where, 3, "Network connection detected (rule: NetworkConnect)", data);
    }

    /** Event 11. */
    public void writes(Instant at, Presence where, Running program, String path) {
        Map<String, String> data = about(at, program);
        data.put("TargetFilename", path);
        data.put("CreationUtcTime", OfficeTime.sysmon(at));
        data.put("User", program.user());
        add(at, where, 11, "File created (rule: FileCreate)", data);
    }

    private static Map<String, String> about(Instant at, Running program) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("RuleName", "-");
        data.put("UtcTime", OfficeTime.sysmon(at));
        data.put("ProcessGuid", program.guid());
        data.put("ProcessId", Integer.toString(program.pid()));
        data.put("Image", program.image());
        return data;
    }

    private void add(Instant at, Presence where, int id, String task, Map<String, String> data) {
        events.add(new WindowsEvent(at, where, id, "information", task, data));
    }

    /** As Sysmon makes them: the machine, the second the process began, and a number of its own. */
    private static String guid(Presence where, Instant began, int pid) {
        long seconds = began.getEpochSecond();
        String machine = Sha256.hex(where.pc().mac()).substring(0, 8);
        String own = Sha256.hex(machine + began + pid).substring(0, 12);
        return String.format(
                        Locale.ROOT,
                        "{%s-%04x-%04x-%s-0000%s}",
                        machine,
                        seconds & 0xffff,
                        seconds >> 16 & 0xffff,
                        own.substring(0, 4),
                        own.substring(4))
                .toUpperCase(Locale.ROOT);
    }
}
