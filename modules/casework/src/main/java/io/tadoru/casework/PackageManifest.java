package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of every other file of a package what it is: {@code manifest.json}, and its short form for {@code sha256sum}. */
final class PackageManifest {
    static final String JSON = "manifest.json";
    static final String SUMS = "manifest.sha256";
    static final String FORMAT = "tadoru-package/1";

    private PackageManifest() {}

    static byte[] json(CaseMaterial material, Map<String, byte[]> files, List<String> cut) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", FORMAT);
        manifest.put("program", material.program());
        for (String name : List.of("id", "case", "revision", "known_at", "host")) {
            JsonNode value = material.chain().path(name);
            if (!value.isMissingNode()) {
                manifest.put(name.equals("id") ? "chain" : name, value);
            }
        }
        manifest.put("cut", cut);
        List<Map<String, Object>> listed = new ArrayList<>();
        files.forEach(
                (path, bytes) -> listed.add(Map.of("path", path, "size", bytes.length, "sha256", Sha256.hex(bytes))));
        manifest.put("files", listed);
        return StableJson.pretty(manifest);
    }

    /** As {@code sha256sum -c} reads it. */
    static String sums(Map<String, String> hashes) {
        StringBuilder out = new StringBuilder();
        hashes.forEach(
                (path, hash) -> out.append(hash).append("  ").append(path).append('\n'));
        return out.toString();
    }

    static byte[] sumsOf(Map<String, byte[]> files) {
        Map<String, String> hashes = new LinkedHashMap<>();
        files.forEach((path, bytes) -> hashes.put(path, Sha256.hex(bytes)));
        return sums(hashes).getBytes(StandardCharsets.UTF_8);
    }
}
