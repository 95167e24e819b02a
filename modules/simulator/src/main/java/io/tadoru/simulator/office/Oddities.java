package io.tadoru.simulator.office;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.event.Json;
import io.tadoru.simulator.DefenderLog.Threat;
import io.tadoru.simulator.Dice;
import io.tadoru.simulator.FortigateLog.Session;
import io.tadoru.simulator.Internet;
import io.tadoru.simulator.Mail;
import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Presence;
import io.tadoru.simulator.Programs;
import io.tadoru.simulator.Scan;
import io.tadoru.simulator.SquidLog;
import io.tadoru.simulator.SysmonLog;
import io.tadoru.simulator.SysmonLog.Running;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What looks like an incident and is none, with the lines that it left. */
final class Oddities {
    /** Whose training mails the office has agreed to. */
    static final String TRAINER = "kunren@training.example.org";

    private record Noise(String kind, Optional<String> host, Hashes hashes) {}

    private final OfficeOrder order;
    private final Census census;
    private final Calendar calendar;
    private final Archive archive;
    private final Dice dice;
    private final List<Noise> noise = new ArrayList<>();

    Oddities(OfficeOrder order, Census census, Calendar calendar, Archive archive) {
        this.order = order;
        this.census = census;
        this.calendar = calendar;
        this.archive = archive;
        this.dice = Dice.of(order.seed(), "oddities");
    }

    void happen() {
        for (LocalDate day : calendar.days()) {
            for (int i = 0; i <= order.hosts() / 150; i++) {
                found(day, "unwanted-program", new String[] {"PUA:Win32/InstallCore", "freepdf_setup.exe"});
                helpDesk(day);
                advert(day);
            }
        }
        for (int i = 0; i <= order.hosts() / 100; i++) {
            found(dice.pick(calendar.days()), "eicar", new String[] {"Virus:DOS/EICAR_Test_File", "eicar.com"});
        }
        training(calendar.days().getFirst());
    }

    private Pens noted(String kind, Optional<String> host) {
        Noise made = new Noise(kind, host, new Hashes());
        noise.add(made);
        return Pens.marking(archive, dice, made.hashes(), made.hashes());
    }

    private Optional<Stay> somebody(LocalDate day, Predicate<Machine> fit) {
        List<Stay> there = census.personal().stream()
                .filter(fit)
                .flatMap(m -> calendar.on(day, m).stream().limit(1))
                .filter(s -> !s.home() && calendar.agentLives(s.machine(), s.from()))
                .toList();
        return there.isEmpty() ? Optional.empty() : Optional.of(dice.pick(there));
    }

    private void found(LocalDate day, String kind, String[] what) {
        somebody(day, m -> m.epp() == Machine.Maker.DEFENDER).ifPresent(stay -> {
            Presence where = stay.byItsClock();
            Instant at = where.some(dice);
            boolean unwanted = kind.equals("unwanted-program");
            Threat threat = new Threat(
                    unwanted ? Integer.toString(dice.between(200_000, 399_999)) : "2147519003",
                    what[0],
                    unwanted ? 1 : 5,
                    unwanted ? "Low" : "Severe",
                    unwanted ? 27 : 8,
                    where.pc().home() + "\\Downloads\\" + what[1],
                    Programs.EDGE);
            noted(kind, Optional.of(stay.machine().name()))
                    .defender()
                    .raise(new EppLog.Alarm(
                            at, at.plusMillis(700), where, threat, EppLog.Outcome.QUARANTINED, EppLog.Trigger.ACCESS));
        });
    }

    /** PsExec from the one machine that may. */
    private void helpDesk(LocalDate day) {
        somebody(day, Machine::sysmon).ifPresent(stay -> {
            Presence where = stay.byItsClock();
            Instant at = where.some(dice);
            Pens pens = noted("help-desk", Optional.of(stay.machine().name()));
            pens.security().logsOn(at, where, census.helpDesk().pc(), Census.fixedAddress(census.helpDesk()));
            pens.security().serviceIsInstalled(at.plusSeconds(1), where, "PSEXESVC", "%SystemRoot%\\PSEXESVC.exe");
            Running services =
                    SysmonLog.resident(where, Programs.SYSTEM32 + "services.exe", "services.exe", Programs.SYSTEM);
            Running tool = pens.sysmon()
                    .starts(
                            at.plusSeconds(2),
                            where,
                            services,
                            "C:\\Windows\\PSEXESVC.exe",
                            "C:\\Windows\\PSEXESVC.exe",
                            Programs.SYSTEM);
            pens.sysmon()
                    .starts(
                            at.plusSeconds(3),
                            where,
                            tool,
                            Programs.CMD,
                            "cmd.exe /c gpupdate /force",
                            Programs.SYSTEM);
        });
    }

    /** A banner that a list calls a controller, refused at the gateway and by the firewall's filter. */
    private void advert(LocalDate day) {
        somebody(day, m -> m.site() == Site.TOKYO).ifPresent(stay -> {
            String host = "ads" + dice.between(1, 9) + ".example.com";
            Instant at = stay.presence().some(dice);
            Pens pens = noted("advert", Optional.of(stay.machine().name()));
            pens.proxy(Site.TOKYO)
                    .log(at, 1, SquidLog.denied(stay.presence().address(), 3_900, "http://" + host + "/b.js"));
            Session session = new Session(Site.TOKYO.proxy(), dice.port(), Internet.address(host), 443, 6, 0, 0, 0);
            pens.edge(Site.TOKYO)
                    .webFiltered(at.plusSeconds(1), session, host, "cat=26 catdesc=\"Malicious Websites\"", true);
        });
    }

    /** To everybody, and one in ten follows the link. */
    private void training(LocalDate day) {
        Pens pens = noted("phishing-training", Optional.empty());
        Instant from = OfficeTime.at(day, "10:00");
        for (Machine reader : census.personal()) {
            Mail mail = Mail.incoming(
                    dice,
                    dice.within(from, from.plusSeconds(600)),
                    Internet.mailHost("training.example.org"),
                    TRAINER,
                    reader.pc().mailbox());
            pens.mail(reader.cloud())
                    .deliver(
                            mail,
                            Scan.doubtful(2.9, "FAKE_REPLY(1.00){},URL_SUSPECT(2.00){},R_SPF_ALLOW(-0.20){+mx;}"));
            calendar.on(day, reader).stream()
                    .filter(s -> !s.home() && dice.chance(10))
                    .filter(s -> s.until().isAfter(from.plusSeconds(2_500)))
                    .findFirst()
                    .ifPresent(s -> pens.proxy(reader.site())
                            .log(
                                    from.plusSeconds(dice.between(700, 2_400)),
                                    40,
                                    SquidLog.get(
                                            s.presence().address(),
                                            2_000,
                                            "http://training.example.org/learn",
                                            Internet.address("training.example.org"),
                                            "text/html")));
        }
    }

    ArrayNode json() {
        ArrayNode rows = Json.MAPPER.createArrayNode();
        for (Noise made : noise) {
            ObjectNode row = rows.addObject().put("kind", made.kind());
            made.host().ifPresent(host -> row.put("host", host));
            made.hashes().all().forEach(row.putArray("hashes")::add);
        }
        return rows;
    }
}
