package io.tadoru.detection;

import java.util.Locale;
import java.util.Optional;

/** Mail addresses in the one form in which they are compared. */
final class Mailboxes {
    private static final int LONGEST = 320;

    private Mailboxes() {}

    /** Lower case, its domain in normal form; empty for what is no mail address. */
    static Optional<String> normal(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        String local = text.substring(0, at).toLowerCase(Locale.ROOT);
        boolean plain = local.chars().noneMatch(c -> c <= ' ' || c == '/' || c == ':' || c == '<' || c == '>');
        return plain ? Domains.normal(text.substring(at + 1)).map(domain -> local + "@" + domain) : Optional.empty();
    }
}
