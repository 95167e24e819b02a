package io.tadoru.investigate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Times as people write them: a date, a date and time, or one with its own offset. */
public final class Moments {
    private Moments() {}

    /**
     * A date is its first moment; what names no offset is in the zone.
     *
     * @throws RequestException with a sentence, when it is none of them
     */
    public static Instant parse(String text, ZoneId zone) {
        String iso = text.strip().replace(' ', 'T');
        try {
            if (!iso.contains("T")) {
                return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
            }
            return iso.matches(".*T.*(Z|[+-][0-9:]+)")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new RequestException(
                    "'" + text + "' is no time: give 2022-02-26, 2022-02-26T09:00 or 2022-02-26T09:00:00+09:00", e);
        }
    }
}
