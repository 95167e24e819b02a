package io.tadoru.casework;

import io.tadoru.chain.Chain;
import io.tadoru.chain.Evidence;
import io.tadoru.chain.Grade;
import io.tadoru.chain.LayerVerdict;
import io.tadoru.chain.Range;
import io.tadoru.event.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chain as a person reads it on a terminal: what, when, what each layer did, every line with its reason. */
public final class ChainText {
    private final ZoneId zone;
    private final DateTimeFormatter stamp;

    /** Times are printed in this zone, which the head line names. */
    public ChainText(ZoneId zone) {
        this.zone = zone;
        this.stamp = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ENGLISH)
                .withZone(zone);
    }

    /** Lines without trailing newline; nothing in them can steer a terminal. */
    public List<String> lines(Chain chain) {
        List<String> out = new ArrayList<>();
        out.add("Chain %s  %s  severity %s  (times in %s)"
                .formatted(
                        chain.id().substring(0, 12),
                        chain.definition(),
                        chain.severity().text(),
                        zone));
        out.add("  host         " + clean(chain.host()));
        out.add("  user         " + clean(String.join(", ", chain.users())));
        out.add("  status       " + chain.status().text());
        out.add("  infected     " + bounds(chain.infected()));
        quarantine(chain).ifPresent(q -> out.add("  quarantined  " + q));
        out.add("  layers       " + layers(chain));
        out.add("");
        chain.evidence().forEach(e -> out.addAll(evidence(e)));
        if (chain.evidenceBeyond() > 0) {
            out.add("  and " + chain.evidenceBeyond() + " lines more");
        }
        out.add("");
        out.add("  " + clean(chain.sentence().en()));
        out.add("  " + clean(chain.sentence().ja()));
        return out;
    }

    private String bounds(Range r) {
        return "not before " + at(r.notBefore()) + ", not after " + at(r.notAfter());
    }

    private String at(@Nullable Instant instant) {
        return instant == null ? "(no line tells)" : stamp.format(instant);
    }

    private Optional<String> quarantine(Chain chain) {
        return Optional.ofNullable(chain.quarantinedAt())
                .map(q -> stamp.format(q)
                        + chain.timeToQuarantineMin()
                                .map(min -> ", " + span(min)
                                        + chain.timeToQuarantineMax()
                                                .filter(max -> max.toSeconds() != min.toSeconds())
                                                .map(max -> " (at most " + span(max) + ")")
                                                .orElse("")
                                        + " after the infection")
                                .orElse(""));
    }

    private static String span(Duration d) {
        return d.toMinutes() + " min " + d.toSecondsPart() + " s";
    }

    private static String layers(Chain chain) {
        return String.join(", ", chain.layers().stream().map(ChainText::layer).toList());
    }

    private static String layer(LayerVerdict v) {
        return v.layer().text() + " " + v.word();
    }

    private List<String> evidence(Evidence e) {
        Grade grade = e.grade();
        String times = e.count() > 1 ? " (" + e.count() + " times)" : "";
        return List.of(
                "  %s  %-8s %-20s %s%s"
                        .formatted(
                                stamp.format(e.mark().time()),
                                e.mark().layer().text(),
                                e.mark().stage().text(),
                                clean(e.mark().summary()),
                                times),
                "      why: %s%s; rule: %s"
                        .formatted(
                                grade == null ? "" : grade.text() + ": ",
                                clean(e.reason()),
                                clean(e.mark().rule().title())),
                "      line: " + clean(head(e.mark().original())));
    }

    private static String head(String line) {
        return line.length() <= 240 ? line : Excerpt.cut(line, 240) + "…";
    }

    private static String clean(String text) {
        return Escape.terminal(text);
    }
}
