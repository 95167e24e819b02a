package io.tadoru.detection;

import io.tadoru.event.Excerpt;
import io.tadoru.event.Sha256;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something known to be bad: an address, network, domain, URL, hash or sender, for a time.
 *
 * @param value in the one form in which values of its kind are compared, see {@link IndicatorValue}
 * @param source whose word it is
 * @param confidence 0 to 100, or {@link #UNSAID}
 * @param from null for always
 * @param until exclusive; null for ever
 * @param name what it is a sign of, shortened; empty where its list does not say
 */
public record Indicator(
        Kind kind,
        String value,
        String source,
        int confidence,
        @Nullable Instant from,
        @Nullable Instant until,
        String name) {

    /** The confidence of an indicator whose list says none. */
    public static final int UNSAID = -1;

    private static final int SURE = 50;
    private static final int LONGEST = 200;
    private static final int LONGEST_SOURCE = 100;

    /** What kind of thing is bad. */
    public enum Kind {
        IP,
        NETWORK,
        DOMAIN,
        URL,
        SHA256,
        SHA1,
        MD5,
        SENDER;

        /** Its name in lower case, as lists and topics have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Shortens what its list says freely. */
    public Indicator {
        name = Excerpt.cut(name, LONGEST);
        source = Excerpt.cut(source, LONGEST_SOURCE).replace('|', '/');
    }

    /** The same value from the same source is the same indicator. */
    public String key() {
        return kind.word() + ":" + value + "|" + source;
    }

    /** What one source says twice holds for both times, and whatever lies between. */
    public Indicator with(Indicator again) {
        return new Indicator(
                kind,
                value,
                source,
                Math.max(confidence, again.confidence),
                from == null || again.from == null ? null : from.isBefore(again.from) ? from : again.from,
                until == null || again.until == null ? null : until.isAfter(again.until) ? until : again.until,
                name.isEmpty() || (!again.name.isEmpty() && again.name.compareTo(name) < 0) ? again.name : name);
    }

    /** Whether a hit raises an alarm of its own; one that its source doubts only adds to others. */
    boolean sure() {
        return confidence == UNSAID || confidence >= SURE;
    }

    boolean holds(Instant time) {
        return (from == null || !time.isBefore(from)) && (until == null || time.isBefore(until));
    }

    RuleRef ref() {
        String version = Sha256.hex(toString()).substring(0, 12);
        String title = "Known bad: " + value + (name.isEmpty() ? "" : " (" + name + ")");
        return new RuleRef(RuleRef.INDICATOR + source, title, version, sure() ? Level.HIGH : Level.MEDIUM);
    }
}
