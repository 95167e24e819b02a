package io.tadoru.connector;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and what else is written in digits; null for what is none. */
final class Numbers {
    private static final int LONGEST = 40;
    /** A year and a day: no session lasts longer. */
    private static final BigDecimal MAX_NANOS = BigDecimal.valueOf(366L * 86_400 * 1_000_000_000);

    private static final Pattern CLOCK =
            Pattern.compile("(?:([0-9]{1,3})d[ :]?)?([0-9]{1,4})[:h] ?([0-9]{1,2})[:m] ?([0-9]{1,2})s?");

    private Numbers() {}

    static @Nullable Long whole(String text) {
        String t = text.strip();
        if (t.startsWith("0x")) {
            return parse(t.substring(2), 16);
        }
        return parse(t.endsWith(".0") ? t.substring(0, t.length() - 2) : t, 10);
    }

    private static @Nullable Long parse(String text, int radix) {
        if (text.isEmpty() || text.length() > 19 || text.startsWith("+")) {
            return null;
        }
        try {
            return Long.parseLong(text, radix);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static @Nullable Double real(String text) {
        if (text.length() > LONGEST || !text.matches("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]{1,2})?")) {
            return null;
        }
        return Double.valueOf(text);
    }

    static @Nullable Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> Boolean.TRUE;
            case "false", "no", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** Nanoseconds of a duration in units of 10^-scale seconds. */
    static @Nullable Long nanos(String text, int scale) {
        if (text.length() > LONGEST || !text.matches("[0-9]+(\\.[0-9]+)?")) {
            return null;
        }
        BigDecimal nanos = new BigDecimal(text).movePointRight(9 - scale);
        return nanos.compareTo(MAX_NANOS) > 0 ? null : Long.valueOf(nanos.longValue());
    }

    /** Nanoseconds of {@code 26:03:05}, hours, minutes and seconds, perhaps after {@code 1d}. */
    static @Nullable Long clock(String text) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (!clock.matches()) {
            return null;
        }
        long days = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        long hours = 24 * days + Long.parseLong(clock.group(2));
        return 1_000_000_000L * (3600 * hours + 60 * Long.parseLong(clock.group(3)) + Long.parseLong(clock.group(4)));
    }

    /** {@code 00-53-00-AA-BB-CC}, as ECS writes it. */
    static @Nullable String mac(String text) {
        String hex = text.length() > LONGEST ? "" : text.replaceAll("[:.-]", "").toUpperCase(Locale.ROOT);
        return hex.matches("[0-9A-F]{12}") ? hex.replaceAll("(..)(?=.)", "$1-") : null;
    }
}
