package io.tadoru.chain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and spans as people read them. */
final class Words {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** {@code 5 min 0 s}, {@code 2 h 3 min}, {@code 4 d 1 h}; whole units, cut off. */
    static String apart(Duration d) {
        if (d.toDays() > 0) {
            return d.toDays() + " d " + d.toHoursPart() + " h";
        }
        if (d.toHours() > 0) {
            return d.toHours() + " h " + d.toMinutesPart() + " min";
        }
        return d.toMinutes() > 0 ? d.toMinutes() + " min " + d.toSecondsPart() + " s" : d.toSeconds() + " s";
    }

    /** The same in Japanese: {@code 5分0秒}. */
    static String apartJa(Duration d) {
        if (d.toDays() > 0) {
            return d.toDays() + "日" + d.toHoursPart() + "時間";
        }
        if (d.toHours() > 0) {
            return d.toHours() + "時間" + d.toMinutesPart() + "分";
        }
        return d.toMinutes() > 0 ? d.toMinutes() + "分" + d.toSecondsPart() + "秒" : d.toSeconds() + "秒";
    }

    /** The time of day in UTC. */
    static String clock(Instant instant) {
        return CLOCK.format(instant);
    }
}
