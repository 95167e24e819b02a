package io.tadoru.simulator.office;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.event.Json;
import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Pc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** What lies beside the logs: how to read them, who has what, and what truly happened. */
record OfficeFiles(OfficeOrder order, Census census) {
    private static final String OFFICE = """
              domains: [example.co.jp]
              networks: [10.20.0.0/16, 10.40.0.0/16]
              shared: [ip:10.20.1.80, ip:10.40.1.80, ip:10.20.1.25, ip:10.20.1.1, ip:192.0.2.1, ip:192.0.2.2]
            """;

    void writeTo(Path folder, List<Row> rows, ArrayNode noise) throws IOException {
        Files.writeString(folder.resolve("scenario.yml"), scenario());
        Files.writeString(
                folder.resolve("tadoru.yml"),
                "# settings for: tadoru investigate logs --config tadoru.yml\noffice:\n" + OFFICE);
        Files.writeString(folder.resolve("inventory.csv"), inventory());
        Files.writeString(
                folder.resolve("truth.json"),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(truth(rows, noise)) + "\n");
    }

    private String scenario() {
        StringBuilder yml = new StringBuilder("name: office-" + order.seed() + "\ntimezone: Asia/Tokyo\n");
        yml.append(
                "backfill: {from: " + order.from() + ", to: " + order.end() + "}\noffice:\n" + OFFICE + "sources:\n");
        for (Sources.Source s : new Sources(order).all()) {
            yml.append("  " + s.name() + ": {file: logs/" + s.file() + ", connector: " + s.connector() + ", via: "
                    + s.via() + ", timezone: Asia/Tokyo, as-of: " + order.end() + "T00:00:00+09:00}\n");
        }
        return yml.toString();
    }

    /** Addresses of machines that lease theirs are left out. */
    private String inventory() {
        TreeSet<String> lines = new TreeSet<>();
        for (Machine machine : census.personal()) {
            for (Pc pc : machine.users()) {
                lines.add(pc.name() + ",," + pc.mac() + "," + pc.user() + "," + pc.mailbox());
            }
        }
        census.servers().forEach(m -> lines.add(m.name() + "," + Census.fixedAddress(m) + ",,,"));
        return "host,ip,mac,user,mail\n" + String.join("\n", lines) + "\n";
    }

    private ObjectNode truth(List<Row> rows, ArrayNode noise) {
        ObjectNode truth = Json.MAPPER.createObjectNode();
        office(truth.putObject("office"));
        ArrayNode incidents = truth.putArray("incidents");
        rows.forEach(row -> incidents.add(row.json()));
        truth.set("expected_noise", noise);
        return truth;
    }

    private void office(ObjectNode office) {
        Instant from = OfficeTime.midnight(order.from());
        Instant to = OfficeTime.midnight(order.end());
        office.put("hosts", order.hosts()).put("from", from.toString()).put("to", to.toString());
        office.put("days", order.days()).put("seed", order.seed()).put("timezone", OfficeTime.ZONE.getId());
        ArrayNode silences = office.putArray("silences");
        for (Sources.Source source : new Sources(order).all()) {
            source.silences()
                    .forEach(s -> silences.addObject()
                            .put("source", source.name())
                            .put("from", s.from().toString())
                            .put("to", (s.until().isBefore(to) ? s.until() : to).toString()));
        }
        ArrayNode clocks = office.putArray("clocks");
        clocks.addObject().put("source", "panos").put("ahead_seconds", Pens.PANOS_AHEAD.toSeconds());
        census.personal().stream()
                .filter(m -> !m.clock().isZero())
                .forEach(m -> clocks.addObject()
                        .put("host", m.name())
                        .put("ahead_seconds", m.clock().toSeconds()));
    }
}
