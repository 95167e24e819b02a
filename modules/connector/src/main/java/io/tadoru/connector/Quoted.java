package io.tadoru.connector;

/** Text as it stands in YAML between quotes. */
final class Quoted {
    private Quoted() {}

    static String of(char c) {
        return of(String.valueOf(c));
    }

    /** In single quotes, or in double ones where only those can hold it. */
    static String of(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c != 0x7f);
        if (plain) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7f) {
                quoted.append(String.format("\\x%02x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
