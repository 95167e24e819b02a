package io.tadoru.simulator.office;

import io.tadoru.simulator.Addresses;
import io.tadoru.simulator.DefenderLog.Threat;
import io.tadoru.simulator.Dice;
import io.tadoru.simulator.FortigateLog.Session;
import io.tadoru.simulator.Mail;
import io.tadoru.simulator.Presence;
import io.tadoru.simulator.Programs;
import io.tadoru.simulator.Scan;
import io.tadoru.simulator.SquidLog;
import io.tadoru.simulator.SysmonLog;
import io.tadoru.simulator.SysmonLog.Running;
import java.time.Instant;
import java.util.Locale;

/**
 * The steps that infections are made of, each with the lines that the machine's own site and sensors leave.
 *
 * @param shown what a chain should show
 * @param beside what may stand beside it
 */
record Attack(Victim victim, Calendar calendar, Pens shown, Pens beside, Adversary foe, Dice dice) {
    private static final int TCP = 6;

    Attack on(Victim other) {
        return new Attack(other, calendar, shown, beside, foe, dice);
    }

    // ---- mail

    Mail mail(Instant at, String file) {
        return mailTo(at, victim.pc().mailbox(), victim.machine().cloud(), file);
    }

    Mail mailTo(Instant at, String mailbox, boolean cloud, String file) {
        Mail mail = letter(at, mailbox, file);
        boolean locked = file.endsWith(".zip");
        shown.mail(cloud)
                .deliver(
                        mail,
                        locked
                                ? Scan.doubtful(
                                        3.9,
                                        "MIME_ENCRYPTED_ARCHIVE(2.00){" + file + ":zip;},R_SPF_SOFTFAIL(0.00){~all;}")
                                : Scan.doubtful(
                                        3.1, "R_SPF_SOFTFAIL(0.00){~all;},FAKE_REPLY(1.00){},HAS_ATTACHMENT(0.00){}"));
        return mail;
    }

    Mail letter(Instant at, String mailbox, String file) {
        return Mail.incoming(dice, at, foe.server(), foe.sender(), mailbox).attaching(84_000, file);
    }

    // ---- on the machine

    String document(String extension) {
        return victim.pc().home() + "\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\8K2A\\"
                + foe.document() + extension;
    }

    String loader() {
        return victim.pc().home() + "\\" + foe.loader() + ".ocx";
    }

    String installed() {
        return victim.pc().home() + "\\AppData\\Local\\" + foe.loader().substring(0, 3) + "x\\" + foe.loader()
                + "q.dll";
    }

    /** The document is opened; the answer is Excel. */
    Running opens(Instant at) {
        Running outlook = resident(Programs.OUTLOOK);
        if (watched(at)) {
            shown.sysmon().writes(clock(at).minusMillis(1_129), place(), outlook, document(".xlsm"));
        }
        return starts(
                at,
                outlook,
                Programs.EXCEL,
                Programs.quoted(Programs.EXCEL) + " " + Programs.quoted(document(".xlsm")));
    }

    /** The loader is run, and lays a copy of itself down which it runs; the answer is the copy. */
    Running loads(Instant at, Running parent) {
        Running loader = starts(at, parent, Programs.REGSVR32, Programs.REGSVR32 + " /s " + loader());
        writes(at.plusMillis(3_803), loader, installed());
        return starts(
                at.plusMillis(4_200),
                loader,
                Programs.REGSVR32,
                Programs.REGSVR32 + " /s " + Programs.quoted(installed()));
    }

    Running starts(Instant at, Running parent, String image, String command) {
        if (!watched(at)) {
            return new Running(image, command, victim.pc().account(), 4_444, "");
        }
        return shown.sysmon()
                .starts(clock(at), place(), parent, image, command, victim.pc().account());
    }

    void writes(Instant at, Running program, String path) {
        if (watched(at)) {
            shown.sysmon().writes(clock(at), place(), program, path);
        }
    }

    Running resident(String image) {
        return SysmonLog.resident(
                place(), image, Programs.quoted(image), victim.pc().account());
    }

    private boolean watched(Instant at) {
        return victim.machine().sysmon() && calendar.agentLives(victim.machine(), at);
    }

    private Instant clock(Instant at) {
        return victim.clock(at);
    }

    private Presence place() {
        return victim.stay().byItsClock();
    }

    // ---- the network

    /** The loader comes through the gateway, in the clear. */
    void fetches(Instant at, Running program) {
        String url =
                "http://" + foe.dropper() + "/wp-content/" + foe.loader().substring(0, 2) + "/" + foe.loader() + ".ocx";
        if (watched(at)) {
            beside.sysmon().connects(clock(at).minusMillis(700), place(), program, "tcp", proxy(), 3128);
        }
        gateway(at, 687, SquidLog.get(address(), 614_812, url, foe.dropper(), "application/x-msdownload"));
        proxys(at, foe.dropper(), 80, 614_812);
        writes(at.plusMillis(243), program, loader());
    }

    void tunnel(Instant at, int seconds, long bytes, String host, String ip) {
        gateway(at, seconds * 1_000 + dice.below(900), SquidLog.tunnel(address(), bytes, host, ip));
        proxys(at, ip, 443, bytes);
    }

    void gateway(Instant at, int millis, SquidLog.Request request) {
        if (!victim.stay().home()) {
            shown.proxy(site()).log(at, millis, request);
        }
    }

    /** The gateway's own session, which names no host. */
    private void proxys(Instant at, String ip, int service, long bytes) {
        if (!victim.stay().home()) {
            beside.edge(site())
                    .closed(
                            at.plusMillis(80),
                            new Session(
                                    site().proxy(), dice.port(), ip, service, TCP, 2, dice.between(900, 2_400), bytes));
        }
    }

    /** A session straight to the controller; firewalls write at its end. */
    void control(Instant from, int seconds, Running program) {
        if (watched(from)) {
            shown.sysmon().connects(clock(from), place(), program, "tcp", foe.control(), foe.port());
        }
        if (!victim.stay().home()) {
            shown.edge(site()).closed(from.plusSeconds(seconds), session(seconds, dice.between(2_000, 60_000)));
        }
    }

    void refused(Instant at, Running program) {
        if (watched(at)) {
            shown.sysmon().connects(clock(at), place(), program, "tcp", foe.control(), foe.port());
        }
        shown.edge(site()).denied(at, session(0, 0));
    }

    private Session session(int seconds, long received) {
        return new Session(
                address(),
                dice.port(),
                foe.control(),
                foe.port(),
                TCP,
                seconds,
                received == 0 ? 0 : dice.between(2_000, 9_000),
                received);
    }

    private Site site() {
        return victim.machine().site();
    }

    private String address() {
        return victim.where().address();
    }

    private String proxy() {
        return site() == Site.TOKYO ? Addresses.PROXY : site().proxy();
    }

    // ---- what protects it

    /** The answer is the time that the protection's line bears. */
    Instant alarm(Instant at, String path, EppLog.Outcome outcome, EppLog.Trigger trigger) {
        Threat threat =
                new Threat("21478" + dice.between(10_000, 99_999), name(), 5, "Severe", 8, path, Programs.REGSVR32);
        return shown.epp(victim.machine())
                .raise(new EppLog.Alarm(clock(at), clock(at).plusMillis(300), place(), threat, outcome, trigger));
    }

    private String name() {
        return victim.machine().epp() == Machine.Maker.DEFENDER
                ? foe.threat()
                : "TROJ_" + foe.threat().replaceAll(".*/|\\..*", "").toUpperCase(Locale.ROOT) + ".A";
    }
}
