package io.tadoru.chain;

import io.tadoru.detection.Artifact;
import io.tadoru.detection.Mark;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one entry of the allow-list names: {@code domain:example.com}, {@code sha256:…}, {@code rule:ID}. Compared whole and
 * without regard to case; nothing below a domain or a folder is meant.
 *
 * @param value in lower case
 */
public record Allowed(Kind kind, String value) {
    /** The longest value, in characters. */
    public static final int LONGEST = 2048;

    /** What can be allowed, each by the word before the colon. */
    public enum Kind {
        DOMAIN("a domain, such as domain:example.com"),
        ADDRESS("an address outside, such as address:192.0.2.1"),
        SHA256("64 hexadecimal digits"),
        SHA1("40 hexadecimal digits"),
        MD5("32 hexadecimal digits"),
        URL("a whole URL, such as url:https://example.com/a"),
        FILE_NAME("a file's name without its folder, such as file_name:tool.exe"),
        FILE_PATH("a file's whole path, such as file_path:c:\\tools\\tool.exe"),
        SENDER("a sender's address, such as sender:training@example.com"),
        THREAT("a threat's name as the protection writes it"),
        RULE("a rule's id");

        private final String form;

        Kind(String form) {
            this.form = form;
        }

        /** The word before the colon. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(k -> k.text().equals(word)).findFirst();
        }
    }

    /**
     * Reads what a person wrote.
     *
     * @throws IllegalArgumentException when it is none of these, with what is accepted
     */
    public static Allowed parse(String text) {
        int colon = text.indexOf(':');
        Kind kind = Kind.of(text.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("an entry begins with one of " + words()));
        String value = text.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        if (!fits(kind, value)) {
            throw new IllegalArgumentException("after " + kind.text() + ": comes " + kind.form);
        }
        return new Allowed(kind, value);
    }

    private static String words() {
        return Arrays.stream(Kind.values()).map(k -> k.text() + ":").collect(Collectors.joining(" "));
    }

    private static boolean fits(Kind kind, String value) {
        boolean plain =
                !value.isEmpty() && value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl);
        return plain
                && switch (kind) {
                    case SHA256 -> value.matches("[0-9a-f]{64}");
                    case SHA1 -> value.matches("[0-9a-f]{40}");
                    case MD5 -> value.matches("[0-9a-f]{32}");
                    case DOMAIN -> value.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)+");
                    case ADDRESS -> value.matches("[0-9a-f:.]+");
                    case URL -> value.matches("[a-z][a-z0-9+.-]*://\\S+");
                    case FILE_NAME -> value.indexOf('/') < 0 && value.indexOf('\\') < 0;
                    case SENDER -> value.indexOf('@') > 0;
                    case FILE_PATH -> value.indexOf('/') >= 0 || value.indexOf('\\') >= 0;
                    case THREAT, RULE -> true;
                };
    }

    /** All by which an entry may name this mark. */
    static Stream<Allowed> of(Mark mark) {
        Stream<Allowed> rule =
                Stream.of(new Allowed(Kind.RULE, lower(mark.rule().id())));
        return Stream.concat(rule, mark.artifacts().stream().flatMap(a -> of(a).stream()));
    }

    private static Optional<Allowed> of(Artifact artifact) {
        String value = lower(artifact.value());
        return switch (artifact.type()) {
            case HASH -> hash(value);
            case URL -> Optional.of(new Allowed(Kind.URL, value));
            case DOMAIN -> Optional.of(new Allowed(Kind.DOMAIN, value));
            case ADDRESS -> Optional.of(new Allowed(Kind.ADDRESS, value));
            case FILE_NAME -> Optional.of(new Allowed(Kind.FILE_NAME, value));
            case FILE_PATH -> Optional.of(new Allowed(Kind.FILE_PATH, value));
            case SENDER -> Optional.of(new Allowed(Kind.SENDER, value));
            case THREAT -> Optional.of(new Allowed(Kind.THREAT, value));
            case MESSAGE, PROCESS -> Optional.empty();
        };
    }

    private static Optional<Allowed> hash(String typed) {
        int colon = typed.indexOf(':');
        return Kind.of(typed.substring(0, Math.max(0, colon))).map(k -> new Allowed(k, typed.substring(colon + 1)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The form that {@link #parse} reads. */
    public String text() {
        return kind.text() + ":" + value;
    }
}
