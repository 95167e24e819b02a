package io.tadoru.investigate;

import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.identity.Cidr;
import io.tadoru.identity.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was read, with what, and what came of it: enough to do it again and get the same bytes. No clock is in it. */
final class Manifest {
    private Manifest() {}

    /** One input's row. */
    static Map<String, Object> row(
            Found found, Content content, Recognising.Answer answer, Reading reading, Tally tally, Request request) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("path", found.name());
        row.put("size", content.size());
        row.put("sha256", content.sha256());
        row.put("packing", content.packing().text());
        Connector connector = answer.connector();
        row.put("connector", connector == null ? null : connector.id());
        row.put("connector_version", connector == null ? null : connector.version());
        row.put("recognised_by", answer.how());
        row.put(
                "timezone",
                choice(request.zone().value().getId(), request.zone().by()));
        row.put(
                "charset",
                choice(reading.charset().value().name(), reading.charset().by()));
        row.put("as_of", reading.asOf().toString());
        row.put("clock_offset_seconds", null);
        row.put("clock_offset_reason", "not estimated");
        row.putAll(tally.document());
        row.put("blank_lines", reading.blank());
        reading.stopped().ifPresent(why -> row.put("damaged", why));
        return row;
    }

    private static Map<String, String> choice(String value, String by) {
        Map<String, String> d = new LinkedHashMap<>();
        d.put("value", value);
        d.put("set_by", by);
        return d;
    }

    static Map<String, Object> document(
            Request request, ConnectorCatalog connectors, Office office, Findings findings, Map<String, Long> totals)
            throws IOException {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("program", request.provenance().program());
        d.put("arguments", request.provenance().arguments());
        d.put("rules_sha256", rules(request.provenance().rules()));
        d.put("connectors", versions(connectors));
        d.put("inventory", hash(request.inventory()));
        d.put("indicators", hashes(request.provenance().indicators()));
        d.put("office", office(office));
        d.put("from", text(request.span().from()));
        d.put("to", text(request.span().to()));
        d.put("host", request.host());
        d.put("totals", totals);
        d.put("warnings", findings.warnings());
        d.put("inputs", findings.inputs());
        return d;
    }

    private static @Nullable String rules(@Nullable Path folder) throws IOException {
        return folder == null ? null : Hashes.ofAll(folder);
    }

    private static Map<String, String> versions(ConnectorCatalog connectors) {
        Map<String, String> versions = new TreeMap<>();
        connectors.all().forEach(c -> versions.put(c.id(), c.version()));
        return versions;
    }

    /** By name only: the folder it lay in belongs to the machine. */
    private static @Nullable Map<String, String> hash(@Nullable Path file) throws IOException {
        if (file == null) {
            return null;
        }
        Map<String, String> d = new LinkedHashMap<>();
        d.put("file", String.valueOf(file.getFileName()));
        d.put("sha256", Files.isDirectory(file) ? Hashes.ofAll(file) : Hashes.of(file));
        return d;
    }

    private static List<@Nullable Map<String, String>> hashes(List<Path> files) throws IOException {
        List<@Nullable Map<String, String>> all = new ArrayList<>();
        for (Path file : files) {
            all.add(hash(file));
        }
        return all;
    }

    private static Map<String, Object> office(Office office) {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("networks", office.networks().stream().map(Manifest::text).toList());
        d.put("domains", office.domains().stream().sorted().toList());
        d.put("shared", office.shared().stream().sorted().toList());
        return d;
    }

    private static String text(Cidr network) {
        return network.network().getHostAddress() + "/" + network.prefix();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
