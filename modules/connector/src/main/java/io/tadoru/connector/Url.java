package io.tadoru.connector;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a URL, or of the {@code host:port} of a CONNECT, as a log writes it; whatever it is, it is taken apart. */
record Url(String scheme, String host, String port, String path, String query) {

    static Url of(String text) {
        int colon = text.indexOf("://");
        boolean full = colon > 0 && colon < 20;
        String rest = full ? text.substring(colon + 3) : text;
        int end = firstOf(rest, "/?#");
        String authority = rest.substring(0, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = portAt(host);
        String tail = rest.substring(end);
        int fragment = tail.indexOf('#');
        String local = fragment < 0 ? tail : tail.substring(0, fragment);
        int query = local.indexOf('?');
        return new Url(
                full ? text.substring(0, colon).toLowerCase(Locale.ROOT) : "",
                bare(port < 0 ? host : host.substring(0, port)),
                port < 0 ? "" : host.substring(port + 1),
                query < 0 ? local : local.substring(0, query),
                query < 0 ? "" : local.substring(query + 1));
    }

    /** With {@code %20} and its like as the characters they stand for; what is no such code stays. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static int firstOf(String text, String any) {
        int i = 0;
        while (i < text.length() && any.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static int portAt(String host) {
        int colon = host.lastIndexOf(':');
        boolean digits = colon >= 0 && colon < host.length() - 1 && firstNonDigit(host, colon + 1) == host.length();
        boolean inAddress = host.indexOf(':') != colon && !host.contains("]:");
        return digits && !inAddress ? colon : -1;
    }

    private static int firstNonDigit(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static String bare(String host) {
        String inner = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return inner.toLowerCase(Locale.ROOT);
    }

    /** The port as given, else the scheme's own. */
    @Nullable
    String effectivePort() {
        return switch (port) {
            case "" ->
                switch (scheme) {
                    case "http" -> "80";
                    case "https" -> "443";
                    case "ftp" -> "21";
                    default -> null;
                };
            default -> port;
        };
    }
}
