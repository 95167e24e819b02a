package io.tadoru.connector;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a source's settings say that its lines do not.
 *
 * @param zone of times that name none
 * @param charset of the bytes
 * @param asOf when the line was written at the latest (give or take a day): finds a year that is missing in it
 */
public record ReadSettings(ZoneId zone, Charset charset, Instant asOf) {
    /** For what has its own charset, whatever the source's. */
    public ReadSettings in(Charset other) {
        return new ReadSettings(zone, other, asOf);
    }
}
