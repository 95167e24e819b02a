package io.tadoru.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The words of a package's pages for what documents say in codes, in both languages. */
final class Wording {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private static final Map<String, String> LAYERS = Map.of(
            "mail", "Spam filter・メール",
            "swg", "Web gateway・SWG",
            "firewall", "Firewall・FW",
            "epp", "Endpoint・EPP",
            "identity", "Identity・認証");

    private static final Map<String, String> VERDICTS = Map.of(
            "stopped", "Stopped it.",
            "passed", "Saw it and let it pass.",
            "detected", "Called it malicious.",
            "no-evidence", "Was reporting, and wrote nothing that belongs to this chain.",
            "silent", "Was not reporting around this time. That is not the same as having seen nothing.");

    private static final Map<String, String> VERDICTS_JA = Map.of(
            "stopped", "止めた。",
            "passed", "記録はあるが、通した。",
            "detected", "脅威と判定した。",
            "no-evidence", "稼働していたが、この件に関する記録はない。",
            "silent", "当時の記録が届いていない。「何も見なかった」とは異なる。");

    private Wording() {}

    static String time(Instant at) {
        return (at.truncatedTo(ChronoUnit.SECONDS).equals(at) ? SECONDS : MILLIS).format(at);
    }

    static String layer(String code) {
        return LAYERS.getOrDefault(code, code);
    }

    static String verdict(String code) {
        return VERDICTS.getOrDefault(code, code.isEmpty() ? "Was not looked at." : code);
    }

    static String verdictJa(String code) {
        return VERDICTS_JA.getOrDefault(code, "");
    }

    static String span(Duration d) {
        Duration rest = d.abs();
        String text = rest.toDays() > 0 ? rest.toDays() + " d " + rest.toHoursPart() + " h " : "";
        text += rest.toDays() == 0 && rest.toHours() > 0 ? rest.toHours() + " h " : "";
        return text + rest.toMinutesPart() + " min " + rest.toSecondsPart() + " s";
    }

    static String bytes(long count) {
        return "%,d".formatted(count).replace(',', ' ') + " bytes";
    }
}
