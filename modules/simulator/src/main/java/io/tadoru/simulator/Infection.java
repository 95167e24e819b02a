package io.tadoru.simulator;

import io.tadoru.simulator.SysmonLog.Running;
import java.time.Instant;
import java.time.LocalDate;

/** The Saturday morning of PC-0142: the one true positive among all these lines. */
record Infection(Logs logs, Presence where, Dice dice) {
    private static final LocalDate SATURDAY = LocalDate.of(2022, 2, 26);
    private static final String DROPPER = "203.0.113.80";
    private static final String CONTROL = "198.51.100.23";
    private static final String CONTROL_BY_TLS = "203.0.113.99";
    private static final String SENDER = "sato@mail.example.net";

    static Infection of(Logs logs, Office office) {
        Presence where = office.presences().stream()
                .filter(presence -> presence.pc().number() == Pc.VICTIM && presence.attended())
                .filter(presence -> OfficeTime.day(presence.from()).equals(SATURDAY))
                .findFirst()
                .orElseThrow();
        return new Infection(logs, where, office.plan().dice("infection"));
    }

    /** A macro fetches the loader in the clear; Sysmon sees it run. */
    void byMacro() {
        mail(
                "invoice_0226.xlsm",
                Scan.doubtful(3.1, "R_SPF_SOFTFAIL(0.00){~all;},FAKE_REPLY(1.00){},HAS_ATTACHMENT(0.00){}"));
        Running outlook = opens();
        Running excel = documentRuns(outlook);
        Running loader = loads(excel);
        Running installed = installs(loader);
        sysmonSees(installed);
        control();
        quarantine();
    }

    /** The gateway sees only names and an address, the firewall one session, Defender the end. */
    void byLockedArchive() {
        mail(
                "invoice_0226.zip",
                Scan.doubtful(3.9, "MIME_ENCRYPTED_ARCHIVE(2.00){invoice_0226.zip:zip;},R_SPF_SOFTFAIL(0.00){~all;}"));
        tunnel("10:02:09.412", 618_204, "shop.example.net", "203.0.113.81");
        tunnel("10:02:40.118", 7_312, CONTROL_BY_TLS, CONTROL_BY_TLS);
        control();
        quarantine();
    }

    private void mail(String attachment, Scan scan) {
        Mail.Peer client = new Mail.Peer("mail.example.net", "192.0.2.77");
        Mail mail = Mail.incoming(
                        dice, at("09:41:20.900"), client, SENDER, where.pc().mailbox())
                .attaching(84_000, attachment);
        logs.mail.deliver(mail, scan);
    }

    private String document() {
        return where.pc().home()
                + "\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\8K2A\\invoice_0226.xlsm";
    }

    private String loader() {
        return where.pc().home() + "\\enu.ocx";
    }

    private String installed() {
        return where.pc().home() + "\\AppData\\Local\\Kvmrs\\abgzq.dll";
    }

    private Running opens() {
        Running outlook = SysmonLog.resident(
                where,
                Programs.OUTLOOK,
                Programs.quoted(Programs.OUTLOOK),
                where.pc().account());
        logs.sysmon.writes(at("10:01:46.871"), where, outlook, document());
        return outlook;
    }

    private Running documentRuns(Running outlook) {
        String command = Programs.quoted(Programs.EXCEL) + " " + Programs.quoted(document());
        Running excel = starts("10:01:48.000", outlook, Programs.EXCEL, command);
        logs.sysmon.connects(at("10:02:08.702"), where, excel, "tcp", Addresses.PROXY, 3128);
        String url = "http://" + DROPPER + "/wp-content/b7/enu.ocx";
        logs.squid.log(
                at("10:02:09.412"),
                687,
                SquidLog.get(where.address(), 614_812, url, DROPPER, "application/x-msdownload"));
        proxySession("10:02:14.430", DROPPER, 80, 614_812);
        logs.sysmon.writes(at("10:02:09.655"), where, excel, loader());
        return excel;
    }

    private Running loads(Running excel) {
        String command = Programs.REGSVR32 + " /s " + loader();
        return starts("10:02:11.000", excel, Programs.REGSVR32, command);
    }

    private Running installs(Running loader) {
        logs.sysmon.writes(at("10:02:14.803"), where, loader, installed());
        String command = Programs.REGSVR32 + " /s " + Programs.quoted(installed());
        return starts("10:02:15.200", loader, Programs.REGSVR32, command);
    }

    private void sysmonSees(Running installed) {
        logs.sysmon.connects(at("10:03:02.114"), where, installed, "tcp", CONTROL, 8080);
    }

    /** The firewall writes at the end of the session, 38 s after it began. */
    private void control() {
        FortigateLog.Session session =
                new FortigateLog.Session(where.address(), 49_834, CONTROL, 8080, 6, 38, 2_416, 18_733);
        logs.fortigate.closed(at("10:03:40.220"), session);
    }

    private void tunnel(String time, long bytes, String host, String ip) {
        logs.squid.log(at(time), 1_904, SquidLog.tunnel(where.address(), bytes, host, ip));
        proxySession(time, ip, 443, bytes);
    }

    private void proxySession(String time, String destination, int service, long bytes) {
        logs.fortigate.closed(
                at(time).plusMillis(80),
                new FortigateLog.Session(Addresses.PROXY, dice.port(), destination, service, 6, 2, 1_204, bytes));
    }

    private void quarantine() {
        logs.defender.quarantined(
                at("10:07:15.300"),
                at("10:07:15.600"),
                where,
                new DefenderLog.Threat(
                        "2147807123", "Trojan:Win32/Emotet.PDA!MTB", 5, "Severe", 8, installed(), Programs.REGSVR32));
    }

    private Running starts(String time, Running parent, String image, String command) {
        return logs.sysmon.starts(
                at(time), where, parent, image, command, where.pc().account());
    }

    private static Instant at(String time) {
        return OfficeTime.at(SATURDAY, time);
    }
}
