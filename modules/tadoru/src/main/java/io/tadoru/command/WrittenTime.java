package io.tadoru.command;

import io.tadoru.event.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A time as people write it on a command line: {@code 2022-02-26}, which begins in this machine's zone, or with zone and all. */
final class WrittenTime {
    private WrittenTime() {}

    static Instant of(String option, String text) {
        return Instants.parse(text)
                .or(() -> day(text))
                .orElseThrow(
                        () -> new CommandFailed(option + " is no time such as 2022-02-26 or 2022-02-26T01:02:11Z"));
    }

    private static Optional<Instant> day(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
