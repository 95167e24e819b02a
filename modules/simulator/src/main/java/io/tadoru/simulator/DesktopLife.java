package io.tadoru.simulator;

import io.tadoru.simulator.SysmonLog.Running;
import java.time.Instant;
import java.util.List;

/** What Sysmon sees of a working day: programs started, documents opened, the administrators' scripts. */
public record DesktopLife(SysmonLog sysmon, String proxy, Dice dice) {
    private static final int EVENTS_AN_HOUR = 3;
    private static final List<String> HOUSEKEEPERS = List.of(
            "taskhostw.exe", "backgroundTaskHost.exe", "SearchProtocolHost.exe", "dllhost.exe", "CompatTelRunner.exe");
    private static final List<String> DOCUMENTS = List.of("uriage", "zaiko", "kintai", "yosan", "gijiroku", "kikaku");

    public void live(Presence presence) {
        Desktop desktop = Desktop.of(presence);
        if (presence.booted()) {
            logOn(desktop);
        }
        for (int i = presence.times(EVENTS_AN_HOUR); i > 0; i--) {
            Instant at = dice.within(presence.from().plusSeconds(180), presence.until());
            if (presence.attended()) {
                work(at, desktop);
            } else {
                keepHouse(at, desktop);
            }
        }
    }

    /** The programs that everything else on a desktop descends from. */
    private record Desktop(
            Presence where, Running explorer, Running services, Running outlook, Running edge, Running teams) {
        static Desktop of(Presence where) {
            String user = where.pc().account();
            String teams = Programs.teams(where.pc());
            return new Desktop(
                    where,
                    SysmonLog.resident(where, Programs.EXPLORER, Programs.EXPLORER, user),
                    SysmonLog.resident(
                            where, Programs.SVCHOST, Programs.SVCHOST + " -k netsvcs -p -s Schedule", Programs.SYSTEM),
                    SysmonLog.resident(where, Programs.OUTLOOK, Programs.quoted(Programs.OUTLOOK), user),
                    SysmonLog.resident(where, Programs.EDGE, Programs.quoted(Programs.EDGE), user),
                    SysmonLog.resident(where, teams, Programs.quoted(teams), user));
        }

        String user() {
            return where.pc().account();
        }
    }

    private void logOn(Desktop desktop) {
        Instant on = desktop.where().from();
        begin(on.plusSeconds(41), desktop, desktop.outlook());
        begin(on.plusSeconds(52), desktop, desktop.teams());
        begin(on.plusSeconds(75), desktop, desktop.edge());
        String script = Programs.POWERSHELL + " -NoProfile -File \\\\fs1\\netlogon\\inventory.ps1";
        Running inventory = run(on.plusSeconds(120), desktop, desktop.services(), Programs.POWERSHELL, script);
        run(on.plusSeconds(122), desktop, inventory, Programs.SYSTEM32 + "systeminfo.exe", "systeminfo.exe /fo csv");
        run(on.plusSeconds(126), desktop, inventory, Programs.SYSTEM32 + "ipconfig.exe", "ipconfig.exe /all");
    }

    private void begin(Instant at, Desktop desktop, Running program) {
        sysmon.starts(at, desktop.where(), desktop.explorer(), program);
    }

    private Running run(Instant at, Desktop desktop, Running parent, String image, String command) {
        return sysmon.starts(at, desktop.where(), parent, image, command, Programs.SYSTEM);
    }

    private void work(Instant at, Desktop desktop) {
        int kind = dice.below(100);
        if (kind < 26) {
            sysmon.connects(at, desktop.where(), desktop.edge(), "tcp", proxy, 3128);
        } else if (kind < 40) {
            sysmon.connects(at, desktop.where(), desktop.outlook(), "tcp", Addresses.MAIL, dice.chance(70) ? 993 : 587);
        } else if (kind < 46) {
            sysmon.connects(at, desktop.where(), desktop.teams(), "udp", "192.0.2." + dice.between(200, 220), 3478);
        } else if (kind < 60) {
            openDocument(at, desktop);
        } else if (kind < 70) {
            download(at, desktop);
        } else if (kind < 82) {
            browserTab(at, desktop);
        } else {
            keepHouse(at, desktop);
        }
    }

    private void openDocument(Instant at, Desktop desktop) {
        boolean sheet = dice.chance(60);
        String image = sheet ? Programs.EXCEL : Programs.WORD;
        String path = "\\\\fs1\\share\\" + dice.pick(DOCUMENTS) + "_" + dice.between(2101, 2202)
                + (sheet ? ".xlsx" : ".docx");
        String command = Programs.quoted(image) + " " + Programs.quoted(path);
        Running program = sysmon.starts(at, desktop.where(), desktop.explorer(), image, command, desktop.user());
        String name = path.substring(path.lastIndexOf('\\') + 1);
        String link = desktop.where().pc().home() + "\\AppData\\Roaming\\Microsoft\\Office\\Recent\\" + name + ".LNK";
        sysmon.writes(at.plusSeconds(2), desktop.where(), program, link);
    }

    private void download(Instant at, Desktop desktop) {
        String name = dice.letters(7) + dice.pick(List.of(".pdf", ".pdf", ".png", ".csv"));
        sysmon.writes(at, desktop.where(), desktop.edge(), desktop.where().pc().home() + "\\Downloads\\" + name);
    }

    private void browserTab(Instant at, Desktop desktop) {
        String command = Programs.quoted(Programs.EDGE) + " --type=renderer --lang=ja --renderer-client-id="
                + dice.between(5, 900);
        sysmon.starts(at, desktop.where(), desktop.edge(), Programs.EDGE, command, desktop.user());
    }

    private void keepHouse(Instant at, Desktop desktop) {
        String image = Programs.SYSTEM32 + dice.pick(HOUSEKEEPERS);
        run(at, desktop, desktop.services(), image, image);
    }
}
