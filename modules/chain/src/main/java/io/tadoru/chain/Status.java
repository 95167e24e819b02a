package io.tadoru.chain;

import java.util.Locale;

/** What can honestly be said of a chain; a higher word is a worse one up to {@link #ACTIVE_AFTER_QUARANTINE}. */
public enum Status {
    /** Refused before anything ran. */
    STOPPED,
    SUSPECTED,
    ACTIVE,
    /** The endpoint protection acted on a file. The host is not cleared. */
    QUARANTINED,
    /** Something still spoke outside, or ran, after it. */
    ACTIVE_AFTER_QUARANTINE,
    /** By an event or a person only. */
    ISOLATED,
    CLOSED,
    /** Another chain now holds what this one was named after. */
    MERGED,
    /** Taken back by later knowledge. */
    WITHDRAWN;

    /** The form in documents: {@code active-after-quarantine}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
