package io.tadoru.detection.indicator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which paths of a STIX pattern name what is looked up. */
final class StixPaths {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("ipv4-addr:value", "ip"),
            Map.entry("ipv6-addr:value", "ip"),
            Map.entry("network-traffic:dst_ref.value", "ip"),
            Map.entry("domain-name:value", "domain"),
            Map.entry("url:value", "url"),
            Map.entry("email-addr:value", "sender"),
            Map.entry("email-message:from_ref.value", "sender"),
            Map.entry("email-message:sender_ref.value", "sender"),
            Map.entry("file:hashes.sha256", "sha256"),
            Map.entry("file:hashes.sha1", "sha1"),
            Map.entry("file:hashes.md5", "md5"),
            Map.entry("artifact:hashes.sha256", "sha256"),
            Map.entry("artifact:hashes.sha1", "sha1"),
            Map.entry("artifact:hashes.md5", "md5"));

    private StixPaths() {}

    /** The kind of value at that path; empty where it is nothing that is looked up. */
    static Optional<String> type(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String hashes = lower.contains(":hashes.") ? lower.replace("-", "") : lower;
        return Optional.ofNullable(TYPES.get(hashes));
    }

    static String object(String path) {
        int colon = path.indexOf(':');
        return colon < 0 ? path : path.substring(0, colon);
    }
}
