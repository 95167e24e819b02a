package io.tadoru.eml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hop by which a mail came in from outside, of the trace that each server puts on top (RFC 5321 section 4.4): the topmost whose sender has
 * an address that is not the office's own kind. What stands below it, whoever sent it may have written.
 */
record Received(String ip, String name, String time) {
    private static final Pattern FROM = Pattern.compile("^from\\s+(\\S{1,255})");
    private static final Pattern IP = Pattern.compile("\\[(?:IPv6:)?([0-9A-Fa-f.:]{3,45})\\]");
    private static final Pattern INSIDE = Pattern.compile(
            "10\\..*|127\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*|::1|f[cd][0-9a-f]{2}:.*|fe80:.*",
            Pattern.CASE_INSENSITIVE);

    static Optional<Received> last(List<String> trace) {
        return trace.stream()
                .map(Received::of)
                .flatMap(Optional::stream)
                .filter(hop -> !INSIDE.matcher(hop.ip).matches())
                .findFirst()
                .or(() -> trace.stream()
                        .map(Received::of)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<Received> of(String header) {
        Matcher ip = IP.matcher(header);
        if (!ip.find()) {
            return Optional.empty();
        }
        Matcher from = FROM.matcher(header);
        int semicolon = header.lastIndexOf(';');
        return Optional.of(new Received(
                ip.group(1),
                from.find() && !from.group(1).startsWith("[") ? from.group(1) : "",
                semicolon < 0 ? "" : header.substring(semicolon + 1).strip()));
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("received_ip", ip);
        if (!name.isEmpty()) {
            fields.put("received_name", name);
        }
        if (!time.isEmpty()) {
            fields.put("received_time", time);
        }
        return fields;
    }
}
