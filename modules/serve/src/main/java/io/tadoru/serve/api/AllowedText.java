package io.tadoru.serve.api;

import java.util.regex.Pattern;

/** What an entry can allow: {@code domain:example.com}. The form only; what it means is assembly's business. */
final class AllowedText {
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f.:]{2,45}(?:/[0-9]{1,3})?");
    private static final Pattern WORD = Pattern.compile("\\S.{0,1000}");

    private AllowedText() {}

    static String checked(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || !fits(text.substring(0, colon), text.substring(colon + 1))) {
            throw Problem.bad(
                    "allows is a kind and a value, such as domain:example.com, sha256:…, ip:192.0.2.1, rule:ID.");
        }
        return text;
    }

    private static boolean fits(String kind, String value) {
        return switch (kind) {
            case "domain" -> DOMAIN.matcher(value).matches();
            case "sha256", "sha1", "md5", "hash" -> HASH.matcher(value).matches();
            case "ip" -> ADDRESS.matcher(value).matches();
            case "rule", "url", "file", "path", "message-id" ->
                WORD.matcher(value).matches();
            default -> false;
        };
    }
}
