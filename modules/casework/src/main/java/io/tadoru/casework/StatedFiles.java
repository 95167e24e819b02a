package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a package says its files are.
 *
 * @param manifest size and hash by path, of {@code manifest.json}
 * @param sums hash by path, of {@code manifest.sha256}
 * @param canonical {@code manifest.json} is written as Tadoru writes it, to the byte
 */
record StatedFiles(
        Map<String, Stated> manifest, Map<String, String> sums, boolean canonical, Map<String, String> about) {
    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (.{1,900})");

    record Stated(long size, String sha256) {
        boolean fits(Measured file) {
            return size == file.size() && sha256.equals(file.sha256());
        }
    }

    static StatedFiles read(byte[] manifest, byte[] sums) {
        JsonNode root = json(manifest);
        boolean canonical = Arrays.equals(StableJson.pretty(root), manifest)
                && root.path("format").asText().equals(PackageManifest.FORMAT);
        return new StatedFiles(files(root), sums(sums), canonical, about(root));
    }

    private static JsonNode json(byte[] manifest) {
        try {
            JsonNode root = Json.MAPPER.readTree(manifest);
            return root == null ? Json.MAPPER.createObjectNode() : root;
        } catch (IOException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    private static Map<String, Stated> files(JsonNode root) {
        Map<String, Stated> files = new LinkedHashMap<>();
        for (JsonNode file : root.path("files")) {
            files.put(
                    file.path("path").asText(),
                    new Stated(file.path("size").asLong(-1), file.path("sha256").asText()));
        }
        return files;
    }

    private static Map<String, String> sums(byte[] text) {
        Map<String, String> sums = new LinkedHashMap<>();
        for (String line : new String(text, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            Matcher sum = SUM.matcher(line);
            if (sum.matches()) {
                sums.put(sum.group(2), sum.group(1));
            }
        }
        return sums;
    }

    private static Map<String, String> about(JsonNode root) {
        Map<String, String> about = new LinkedHashMap<>();
        for (String name : List.of("chain", "case", "revision", "known_at", "host", "program")) {
            if (root.path(name).isValueNode()) {
                about.put(name, root.path(name).asText());
            }
        }
        return about;
    }
}
