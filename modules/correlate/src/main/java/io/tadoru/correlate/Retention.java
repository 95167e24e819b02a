package io.tadoru.correlate;

import io.tadoru.event.Identity;
import io.tadoru.identity.Bindings;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.time.Duration;

/**
 * How long state is kept after it was learned; knowledge time, so that no date in a line can make anything forgotten.
 *
 * @param horizon how far apart marks of one chain may be
 * @param lateness how late lines may come
 */
public record Retention(Duration horizon, Duration lateness) {
    /** As configured. */
    public static Retention of(Settings settings) {
        return new Retention(
                Duration.ofDays(settings.get(SettingList.CHAINS_HORIZON_DAYS)),
                Duration.ofDays(settings.get(SettingList.CHAINS_LATENESS_DAYS)));
    }

    static Retention defaults() {
        return new Retention(Duration.ofDays(14), Duration.ofDays(14));
    }

    /** What was learned before is no longer needed for chains. */
    long marksBefore(long now) {
        return now - horizon.plus(lateness).toMillis();
    }

    /** A row is needed as long as it speaks for later lines, and these may be late. */
    long rowsBefore(long now, Identity identity) {
        Duration speaks = Bindings.back(identity);
        return now
                - (speaks.compareTo(horizon) > 0 ? speaks : horizon)
                        .plus(lateness)
                        .toMillis();
    }
}
