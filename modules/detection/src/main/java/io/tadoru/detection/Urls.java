package io.tadoru.detection;

import io.tadoru.event.Excerpt;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs in the one form in which they are compared: scheme and host in lower case, no default port, no fragment. */
final class Urls {
    private static final int LONGEST = 2048;
    private static final Pattern URL = Pattern.compile(
            "(?i)^(https?|ftp)://(?:[^/?#@]*@)?(\\[[0-9a-f:.]+]|[^/?#:\\s]+)(?::([0-9]*))?([^#]*)", Pattern.DOTALL);

    private Urls() {}

    /** The normal form; empty for a CONNECT's {@code host:port} and for anything else that is no URL. */
    static Optional<String> normal(String text) {
        Matcher matcher = matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        String port = matcher.group(3) == null ? "" : matcher.group(3);
        boolean usual = port.isEmpty() || port.equals(usualPort(scheme));
        String rest = matcher.group(4).startsWith("/") ? matcher.group(4) : "/" + matcher.group(4);
        return Optional.of(scheme + "://" + hostOf(matcher) + (usual ? "" : ":" + port) + rest);
    }

    /** Of a URL that its writer left without scheme ({@code evil.example/a.exe}); it begins with two slashes. */
    static Optional<String> schemeless(String text) {
        return text.contains("://")
                ? Optional.empty()
                : normal("http://" + text).flatMap(Urls::named);
    }

    /** Where any word would pass for a host, only a name or an address does. */
    private static Optional<String> named(String url) {
        return host(url)
                .filter(host ->
                        Domains.normal(host).isPresent() || Address.parse(host).isPresent())
                .map(host -> withoutScheme(url));
    }

    static String withoutScheme(String url) {
        return url.substring(url.indexOf(':') + 1);
    }

    private static String hostOf(Matcher matcher) {
        String host = matcher.group(2);
        return Domains.normal(host).orElseGet(() -> host.toLowerCase(Locale.ROOT));
    }

    private static Matcher matcher(String text) {
        return URL.matcher(Excerpt.cut(text, LONGEST));
    }

    private static String usualPort(String scheme) {
        return switch (scheme) {
            case "http" -> "80";
            case "https" -> "443";
            default -> "21";
        };
    }

    static Optional<String> host(String text) {
        Matcher matcher = matcher(text);
        return matcher.find() ? Optional.of(hostOf(matcher)) : Optional.empty();
    }

    /** The last segment of its path, if that looks like a file. */
    static Optional<String> fileName(String text) {
        Matcher matcher = matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String path = matcher.group(4).replaceFirst("\\?.*", "");
        return Paths.name(path).filter(name -> Paths.extension(name).matches("[a-z0-9]{1,5}"));
    }
}
