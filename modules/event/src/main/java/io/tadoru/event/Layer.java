package io.tadoru.event;

import java.util.Locale;
import java.util.Optional;

/** The layer of defence that wrote a line; {@code tadoru.layer} of an event. */
public enum Layer {
    MAIL,
    EPP,
    FIREWALL,
    SWG,
    /** Leases, logons, VPN: no defence, but tells whose address it was. */
    IDENTITY;

    /** The form in documents and settings, lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The layer of that name, or empty when there is none. */
    public static Optional<Layer> of(String text) {
        return Words.find(values(), Layer::text, text);
    }
}
