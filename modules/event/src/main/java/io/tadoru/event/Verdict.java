package io.tadoru.event;

import java.util.Locale;
import java.util.Optional;

/** What a layer decided about what it saw; {@code tadoru.verdict} of an event. */
public enum Verdict {
    /** Let through, or nothing said against it. */
    PASSED,
    /** Refused: mail rejected, session denied, page blocked. */
    BLOCKED,
    /** Put out of reach (a file, a mail). */
    QUARANTINED,
    /** Called bad, but nothing is known to have been done about it. */
    DETECTED,
    /** Removed or repaired. */
    CLEANED,
    /** Called bad, and the attempt to act on it failed. */
    FAILED;

    /** The form in documents and rules, lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict of that name, or empty when there is none. */
    public static Optional<Verdict> of(String text) {
        return Words.find(values(), Verdict::text, text);
    }
}
