package io.tadoru.connector;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a source's settings say that its lines do not.
 *
 * @param zone of times that name none
 * @param charset of the bytes
 * @param asOf when the line was written at the latest (give or take a day): finds a year that is missing in it
 */
public record ReadSettings(ZoneId zone, Charset charset, Instant asOf) {
    /** For looking at lines of which nobody has said anything. */
    static final ReadSettings USUAL =
            new ReadSettings(ZoneOffset.UTC, StandardCharsets.UTF_8, Instant.parse("2030-01-01T00:00:00Z"));

    /** For what has its own charset, whatever the source's. */
    public ReadSettings in(Charset other) {
        return new ReadSettings(zone, other, asOf);
    }
}
