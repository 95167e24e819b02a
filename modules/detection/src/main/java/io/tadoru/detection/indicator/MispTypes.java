package io.tadoru.detection.indicator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What MISP's attribute types hold; a composite one holds several, with a bar between them. */
final class MispTypes {
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("ip-src", "ip"),
            Map.entry("ip-dst", "ip"),
            Map.entry("ip", "ip"),
            Map.entry("domain", "domain"),
            Map.entry("hostname", "domain"),
            Map.entry("url", "url"),
            Map.entry("uri", "url"),
            Map.entry("md5", "md5"),
            Map.entry("sha1", "sha1"),
            Map.entry("sha256", "sha256"),
            Map.entry("email", "sender"),
            Map.entry("email-src", "sender"));
    /** Beside the others in a composite: they tell more of the same thing. */
    private static final Set<String> BESIDE = Set.of("filename", "port", "malware-sample");

    private MispTypes() {}

    /** The values of an attribute; none when its type is nothing that is looked up. */
    static List<Written> values(String type, String value) {
        String[] types = (type.equals("malware-sample") ? "filename|md5" : type).split("\\|", -1);
        String[] values = value.split("\\|", types.length);
        boolean known = List.of(types).stream().allMatch(t -> PARTS.containsKey(t) || BESIDE.contains(t));
        return known && types.length == values.length
                ? IntStream.range(0, types.length)
                        .filter(i -> PARTS.containsKey(types[i]))
                        .mapToObj(i -> Written.of(PARTS.getOrDefault(types[i], ""), values[i]))
                        .toList()
                : List.of();
    }
}
