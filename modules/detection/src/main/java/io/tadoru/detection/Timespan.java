package io.tadoru.detection;

import java.time.Duration;

/** Sigma's way to write a span: {@code 15s}, {@code 30m}, {@code 8h}, {@code 14d}, {@code 2w}. */
final class Timespan {
    private static final Duration LONGEST = Duration.ofDays(31);

    private Timespan() {}

    static Duration of(Doc doc) {
        String text = doc.text();
        if (!text.matches("[1-9][0-9]{0,6}[smhdw]")) {
            throw doc.error("'" + text + "' is no timespan such as 15s, 30m, 8h, 14d or 2w");
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        Duration span = switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
        if (span.compareTo(LONGEST) > 0) {
            throw doc.unsupported("a timespan of more than " + LONGEST.toDays() + " days: state is not kept so long");
        }
        return span;
    }
}
