package io.tadoru.serve.access;

import java.util.Locale;
import java.util.Optional;

/** What the bearer of a token may do; each role may do what those before it may. */
public enum AccessRole {
    /** Reads. */
    READER,
    /** Decides too. */
    ANALYST;

    /** The word in the API and in what is kept. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word, empty for any other word. */
    public static Optional<AccessRole> of(String word) {
        for (AccessRole role : values()) {
            if (role.text().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
