package io.tadoru.detection;

import io.tadoru.event.Instants;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.Locale;

/** A part of an instant, in UTC, put to a test; a value that is no instant fails. */
record DatePart(Part part, ValueTest test) implements ValueTest {
    /** Sigma's words for the parts; {@code day} is of the month, {@code week} ISO's. */
    enum Part {
        MINUTE(ChronoField.MINUTE_OF_HOUR),
        HOUR(ChronoField.HOUR_OF_DAY),
        DAY(ChronoField.DAY_OF_MONTH),
        WEEK(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
        MONTH(ChronoField.MONTH_OF_YEAR),
        YEAR(ChronoField.YEAR);

        private final TemporalField field;

        Part(TemporalField field) {
            this.field = field;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public boolean test(String value) {
        return Instants.parse(value)
                .map(instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .filter(time -> test.test(Integer.toString(time.get(part.field))))
                .isPresent();
    }
}
