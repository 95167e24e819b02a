package io.tadoru.detection.sequence;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO 8601's durations of days, hours, minutes and seconds: {@code P1D}, {@code PT90M}, {@code PT0.5S}. */
final class CaseDuration {
    private static final Pattern FORM = Pattern.compile(
            "P(?:(\\d{1,9})D)?(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,12})(?:\\.(\\d{1,9}))?S)?)?");

    private CaseDuration() {}

    static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || text.equals("P") || text.equals("PT")) {
            throw new CaseException("'" + text + "' is no duration of days, hours, minutes and seconds");
        }
        String fraction = form.group(5) == null ? "" : form.group(5);
        return Duration.ofDays(number(form.group(1)))
                .plusHours(number(form.group(2)))
                .plusMinutes(number(form.group(3)))
                .plusSeconds(number(form.group(4)))
                .plusNanos(number((fraction + "000000000").substring(0, 9)));
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
