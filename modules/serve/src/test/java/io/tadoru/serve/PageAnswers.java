package io.tadoru.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.event.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the fixture answers: the scenario's real chains, and some made of them that are seldom seen. */
final class PageAnswers {
    private final Map<String, ObjectNode> chains = new LinkedHashMap<>();

    PageAnswers() {
        List<ObjectNode> real = real();
        add(real.get(1), "T-2022-7K3F9QZ");
        add(real.get(0), "T-2022-0B1C2D3");
        add(hostile(real.get(1)), "T-2022-H0ST11E");
        add(silent(real.get(1)), "T-2022-5S1ENT0");
        add(stopped(real.get(1)), "T-2022-ST0PPED");
        add(busy(real.get(1)), "T-2022-B5SY000");
    }

    private void add(ObjectNode chain, String caseNumber) {
        chain.put("case", caseNumber).put("revision", 4).put("known_at", "2022-02-26T01:07:31Z");
        chains.put(chain.path("id").asText(), chain);
    }

    private static List<ObjectNode> real() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PageAnswers.class.getResourceAsStream("page-chains.ndjson")),
                StandardCharsets.UTF_8))) {
            List<ObjectNode> found = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                found.add((ObjectNode) Json.MAPPER.readTree(line));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever writes log lines would like to write the page. */
    private static ObjectNode hostile(ObjectNode real) {
        ObjectNode chain = real.deepCopy();
        String evil =
                "<script>alert(1)</script><img src=x onerror=alert(2)> =cmd|'/c calc'!A1 \u001b[31mred\u001b[0m \u202egpj.exe";
        chain.put("id", "ff00".repeat(8))
                .put("host", "<b>PC</b>-0666")
                .put("user", "<script>alert(3)</script>")
                .put("severity", "medium");
        chain.put("sentence_en", evil).put("sentence_ja", evil);
        for (JsonNode line : chain.withObject("/detail").withArray("evidence")) {
            ((ObjectNode) line)
                    .put("summary", evil)
                    .put("original", evil)
                    .put("reason", evil)
                    .put("rule", evil)
                    .put("source", evil);
        }
        return chain;
    }

    /** A PC without sensors, infected still: two layers say nothing because nobody heard them. */
    private static ObjectNode silent(ObjectNode real) {
        ObjectNode chain = real.deepCopy();
        chain.put("id", "51e7".repeat(8))
                .put("host", "PC-0207")
                .put("user", "jiro")
                .put("status", "active")
                .put("severity", "critical");
        chain.put(
                "sentence_en",
                "PC-0207 (jiro) was infected on 2022-02-26 at 01:02:11, probably through one of 3 mails; nothing has quarantined it: isolate PC-0207 (UTC times).");
        chain.put(
                "sentence_ja",
                "PC-0207 (jiro)は2022-02-26 01:02:11に感染。3通のメールのいずれかによると推定。隔離の記録なし。PC-0207をネットワークから切り離すこと（時刻はUTC）。");
        chain.remove(List.of("quarantined_at", "time_to_quarantine_min", "time_to_quarantine_max"));
        ObjectNode layers = chain.withObject("/layers");
        layers.set("swg", Json.MAPPER.createObjectNode().put("verdict", "silent"));
        layers.set("firewall", Json.MAPPER.createObjectNode().put("verdict", "not-in-path"));
        layers.set("mail", Json.MAPPER.createObjectNode().put("verdict", "no-evidence"));
        layers.set(
                "epp", Json.MAPPER.createObjectNode().put("verdict", "passed").put("at", "2022-02-26T01:02:11Z"));
        ArrayNode kept = Json.MAPPER.createArrayNode();
        for (JsonNode line : chain.withObject("/detail").withArray("evidence")) {
            if (line.path("layer").asText().equals("epp")
                    && line.path("verdict").isMissingNode()) {
                kept.add(line);
            }
        }
        chain.withObject("/detail").set("evidence", kept);
        chain.put("lines", kept.size()).put("last", "2022-02-26T01:03:02.114Z");
        return chain;
    }

    /** Three days of it, and still going on. */
    private static ObjectNode busy(ObjectNode real) {
        ObjectNode chain = real.deepCopy();
        chain.put("id", "b5b5".repeat(8))
                .put("host", "SV-FILE-03")
                .put("user", "svc-backup")
                .put("status", "active-after-quarantine");
        chain.put("sentence_en", "SV-FILE-03 (svc-backup) was infected ten times in three days (UTC times).");
        chain.put("sentence_ja", "SV-FILE-03 (svc-backup)は3日間に10回感染（時刻はUTC）。");
        ArrayNode lines = Json.MAPPER.createArrayNode();
        for (int i = 0; i < 10; i++) {
            for (JsonNode line : real.withObject("/detail").withArray("evidence")) {
                lines.add(later((ObjectNode) line, i));
            }
        }
        chain.withObject("/detail").set("evidence", lines);
        chain.put("lines", 4130)
                .put("last", lines.get(lines.size() - 1).path("at").asText());
        chain.withObject("/detail").put("evidence_beyond", 4000);
        return chain;
    }

    private static ObjectNode later(ObjectNode line, int times) {
        ObjectNode copy = line.deepCopy();
        String at = Instant.parse(line.path("at").asText())
                .plus(Duration.ofHours(7L * times))
                .toString();
        copy.put("at", at)
                .put("last", at)
                .put("count", times == 3 ? 41 : 1)
                .put("hash", line.path("hash").asText() + times);
        copy.put("joined_to", line.path("joined_to").asText() + times);
        return copy.put("grade", times % 2 == 0 ? line.path("grade").asText() : "same host and time");
    }

    private static ObjectNode stopped(ObjectNode real) {
        ObjectNode chain = silent(real);
        chain.put("id", "57a9".repeat(8))
                .put("host", "PC-0031")
                .put("user", "yuki")
                .put("status", "stopped")
                .put("severity", "low")
                .put("assignee", "kenji");
        chain.put(
                "sentence_en",
                "PC-0031 (yuki): 4 attempts were refused by mail and web gateway; no line shows anything running (UTC times).");
        chain.put("sentence_ja", "PC-0031 (yuki)：4件の試みをメールとWebゲートウェイが阻止。実行の記録なし（時刻はUTC）。");
        chain.remove(List.of("infected_not_before", "infected_not_after"));
        chain.withObject("/layers").set("mail", Json.MAPPER.createObjectNode().put("verdict", "stopped"));
        chain.withObject("/layers").set("epp", Json.MAPPER.createObjectNode().put("verdict", "no-evidence"));
        return chain;
    }

    Map<String, Object> list(Map<String, List<String>> query) {
        List<JsonNode> found = new ArrayList<>();
        for (ObjectNode chain : chains.values()) {
            if (fits(chain, query, "host") && fits(chain, query, "status")) {
                found.add(chain.deepCopy().without("detail"));
            }
        }
        return Map.of("chains", found, "hidden", 2);
    }

    private static boolean fits(ObjectNode chain, Map<String, List<String>> query, String field) {
        return query.getOrDefault(field, List.of()).stream()
                .allMatch(value -> chain.path(field).asText().equalsIgnoreCase(value));
    }

    synchronized @Nullable ObjectNode chain(String id) {
        ObjectNode chain = chains.get(id);
        return chain == null ? null : chain.deepCopy();
    }

    synchronized void decide(String id, ObjectNode decision) {
        ObjectNode chain = Objects.requireNonNull(chains.get(id));
        chain.withObject("/detail").withArray("decisions").add(decision);
        switch (decision.path("kind").asText()) {
            case "ack" -> chain.set("acknowledged_by", decision.path("by"));
            case "assign" -> chain.set("assignee", decision.path("assignee"));
            case "close", "expected", "false-positive" ->
                chain.put("status", "closed")
                        .put("disposition", decision.path("kind").asText().replace("close", "closed"))
                        .set("closed_by", decision.path("by"));
            case "reopen" -> chain.put("status", "quarantined").remove(List.of("disposition", "closed_by"));
            default -> {}
        }
    }

    /** JSON, or the text of a file; null when there is no such part. */
    @Nullable
    Object part(String id, String part) {
        return switch (part) {
            case "spread", "coverage", "revisions", "timeline" -> canned(part);
            case "export/timesketch.csv" ->
                "message,datetime,timestamp_desc\n" + id + ",2022-02-26T01:02:11Z,infected\n";
            case "export/timesketch.jsonl", "export/events.ndjson" -> "{\"chain\":\"" + id + "\"}\n";
            default -> null;
        };
    }

    private static JsonNode canned(String part) {
        try {
            return Json.MAPPER
                    .readTree(Objects.requireNonNull(PageAnswers.class.getResourceAsStream("page-answers.json")))
                    .path(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
