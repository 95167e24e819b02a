package io.tadoru.chain;

import io.tadoru.detection.Artifact;
import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.RuleRef;
import io.tadoru.detection.Stage;
import io.tadoru.event.Layer;
import io.tadoru.event.Sha256;
import io.tadoru.event.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The marks of the mission's incident, made by hand. */
final class Incident {
    static final List<Definition> DEFINITIONS =
            Definitions.load(Path.of(System.getProperty("tadoru.root", "../.."), "rules/chains"));
    static final Definition DEFINITION = DEFINITIONS.stream()
            .filter(d -> d.id().equals("malware-infection"))
            .findFirst()
            .orElseThrow();
    static final String DLL = "c:\\users\\taro\\appdata\\local\\kvmrs\\abgzq.dll";

    private Incident() {}

    static List<HostMark> full() {
        List<HostMark> marks = new ArrayList<>(quarantineAndContact());
        marks.add(mark(
                "00:41:20",
                Layer.MAIL,
                Verdict.PASSED,
                Stage.INITIAL_ACCESS,
                "mail-macro",
                name("invoice_0226.xlsm"),
                new Artifact(Artifact.Type.MESSAGE, "m-77", false)));
        marks.add(mark(
                "01:01:48",
                Layer.EPP,
                null,
                Stage.INITIAL_ACCESS,
                "office-from-mail",
                name("invoice_0226.xlsm"),
                process("excel")));
        marks.add(
                mark("01:02:09", Layer.SWG, Verdict.PASSED, Stage.EXECUTION, "download-raw-address", name("enu.ocx")));
        marks.add(mark(
                "01:02:11",
                Layer.EPP,
                null,
                Stage.EXECUTION,
                "office-starts-loader",
                name("enu.ocx"),
                process("regsvr-1"),
                process("excel")));
        marks.add(mark(
                "01:02:15.2",
                Layer.EPP,
                null,
                Stage.EXECUTION,
                "loader-from-appdata",
                path(DLL, false),
                process("regsvr-2"),
                process("regsvr-1")));
        return marks;
    }

    /** Mail with a locked archive, a tunnel at the gateway, no process telemetry. */
    static List<HostMark> poor() {
        List<HostMark> marks = new ArrayList<>(quarantineAndContact());
        marks.add(mark(
                "00:41:20",
                Layer.MAIL,
                Verdict.PASSED,
                Stage.INITIAL_ACCESS,
                "mail-locked-archive",
                name("invoice_0226.zip"),
                new Artifact(Artifact.Type.MESSAGE, "m-77", false)));
        marks.add(mark(
                "01:02:40",
                Layer.SWG,
                Verdict.PASSED,
                Stage.COMMAND_AND_CONTROL,
                "connect-raw-address",
                new Artifact(Artifact.Type.ADDRESS, "203.0.113.99", false)));
        return marks;
    }

    private static List<HostMark> quarantineAndContact() {
        return List.of(
                mark(
                        "01:03:40",
                        Layer.FIREWALL,
                        Verdict.PASSED,
                        Stage.COMMAND_AND_CONTROL,
                        "direct-contact",
                        new Artifact(Artifact.Type.ADDRESS, "198.51.100.23", false)),
                mark("01:07:15.3", Layer.EPP, Verdict.DETECTED, Stage.DETECTION, "epp-detected", path(DLL, true)),
                mark("01:07:15.6", Layer.EPP, Verdict.QUARANTINED, Stage.RESPONSE, "epp-quarantined", path(DLL, true)));
    }

    static HostMark mark(
            String utc, Layer layer, @Nullable Verdict verdict, Stage stage, String rule, Artifact... artifacts) {
        Instant at = Instant.parse("2022-02-26T" + utc + "Z");
        String line = utc + " " + rule;
        Mark mark = new Mark(
                rule + at,
                Sha256.hex(line),
                at,
                at,
                0,
                layer.text(),
                "made-by-hand",
                layer.text(),
                layer,
                verdict,
                stage,
                new RuleRef(rule, rule, "1", Level.HIGH),
                List.of(artifacts),
                line,
                List.of("taro"),
                -1,
                line,
                List.of());
        return new HostMark(mark, "log", Set.of(Layer.MAIL, Layer.SWG, Layer.FIREWALL, Layer.EPP));
    }

    static HostMark withOriginal(HostMark of, String original) {
        return changed(of, of.mark().rule(), original);
    }

    static HostMark withLevel(HostMark of, Level level) {
        RuleRef rule = of.mark().rule();
        return changed(
                of,
                new RuleRef(rule.id(), rule.title(), rule.version(), level),
                of.mark().original());
    }

    /** The same line, as another rule sees it. */
    static HostMark withRule(HostMark of, String rule, Stage stage) {
        Mark m = of.mark();
        return changed(of, stage, new RuleRef(rule, rule, "1", Level.HIGH), m.original(), m.start());
    }

    static HostMark startedAt(HostMark of, String utc) {
        Mark m = of.mark();
        return changed(of, m.stage(), m.rule(), m.original(), Instant.parse("2022-02-26T" + utc + "Z"));
    }

    private static HostMark changed(HostMark of, RuleRef rule, String original) {
        return changed(of, of.mark().stage(), rule, original, of.mark().start());
    }

    private static HostMark changed(HostMark of, Stage stage, RuleRef rule, String original, Instant start) {
        Mark m = of.mark();
        Mark changed = new Mark(
                m.eventId(),
                m.eventHash(),
                m.time(),
                start,
                m.sequence(),
                m.source(),
                m.connector(),
                m.clock(),
                m.layer(),
                m.verdict(),
                stage,
                rule,
                m.artifacts(),
                m.summary(),
                m.users(),
                m.bytesOut(),
                original,
                List.of());
        return new HostMark(changed, of.basis(), of.heard());
    }

    static Artifact name(String value) {
        return new Artifact(Artifact.Type.FILE_NAME, value, false);
    }

    static Artifact path(String value, boolean malicious) {
        return new Artifact(Artifact.Type.FILE_PATH, value, malicious);
    }

    static Artifact process(String id) {
        return new Artifact(Artifact.Type.PROCESS, id, false);
    }
}
