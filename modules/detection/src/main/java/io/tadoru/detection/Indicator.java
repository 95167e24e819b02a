package io.tadoru.detection;

import io.tadoru.event.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something known to be bad: an address, network, domain, URL or hash, for a time.
 *
 * @param value as its list gives it
 * @param from null for always
 * @param until exclusive; null for ever
 */
public record Indicator(
        String value,
        String source,
        @Nullable Instant from,
        @Nullable Instant until) {

    boolean holds(Instant time) {
        return (from == null || !time.isBefore(from)) && (until == null || time.isBefore(until));
    }

    RuleRef ref() {
        String version = Sha256.hex(toString()).substring(0, 12);
        return new RuleRef("indicator:" + source, "Known bad: " + value, version, Level.HIGH);
    }
}
