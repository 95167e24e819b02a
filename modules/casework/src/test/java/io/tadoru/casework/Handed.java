package io.tadoru.casework;

import io.tadoru.chain.TimelineDocument;
import io.tadoru.event.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small case with hostile lines, as documents: what the tests hand over. */
final class Handed {
    static final String HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script> \u001b[2J\u202e{{id}} quarantined";
    static final String MAIL = "Feb 26 09:41:20 mx1 postfix/cleanup[28235]: 5771D9EEAF: invoice_0226.xlsm";
    static final String CONTACT = "dstip=198.51.100.23 sentbyte=2416";
    static final String OTHER = "10.20.30.142 GET http://www.example.net/";

    private Handed() {}

    static byte[] zip() {
        return zip(material());
    }

    static byte[] zip(CaseMaterial material) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            EvidencePackage.write(material, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static CaseMaterial material() {
        return CaseMaterial.of(chain(), timeline(), revisions(), spread(), coverage(), "Tadoru 0.1.0");
    }

    static Map<String, Object> timeline() {
        return TimelineDocument.of(chain(), events(), true);
    }

    static Map<String, Object> chain() {
        Map<String, Object> chain = new LinkedHashMap<>();
        chain.put("id", "1f6e0d946ea0036064ea310e762cc2d2");
        chain.put("case", "T-2022-0007");
        chain.put("revision", 4L);
        chain.put("definition", "malware-infection");
        chain.put("host", "PC-0142");
        chain.put("users", List.of("taro"));
        chain.put("status", "quarantined");
        chain.put("severity", "high");
        chain.put("first", "2022-02-26T00:41:20Z");
        chain.put("last", "2022-02-26T01:07:15.600Z");
        chain.put("infected_not_before", "2022-02-26T01:02:11Z");
        chain.put("infected_not_after", "2022-02-26T01:02:15.200Z");
        chain.put("quarantined_at", "2022-02-26T01:07:15.600Z");
        chain.put("time_to_quarantine_min", 300);
        chain.put("time_to_quarantine_max", 304);
        chain.put("layers.mail.verdict", "passed");
        chain.put("layers", Map.of("swg", Map.of("verdict", "silent"), "firewall", Map.of("verdict", "passed")));
        chain.put("layers.epp.verdict", "detected");
        chain.put("lines", 3);
        chain.put("sentence_en", "PC-0142 (taro) was infected.");
        chain.put("sentence_ja", "PC-0142 (taro)は感染。");
        chain.put(
                "detail",
                Map.of(
                        "evidence",
                        List.of(
                                mark(MAIL, "2022-02-26T00:41:20Z", "mail", "initial-access", "same file name"),
                                mark(
                                        CONTACT,
                                        "2022-02-26T01:03:40.220699451Z",
                                        "firewall",
                                        "command-and-control",
                                        "same outside address"),
                                mark(HOSTILE, "2022-02-26T01:07:15.600Z", "epp", "response", "names the file"))));
        return chain;
    }

    private static Map<String, Object> mark(String line, String at, String layer, String stage, String reason) {
        Map<String, Object> mark = new LinkedHashMap<>();
        mark.put("at", at);
        mark.put("layer", layer);
        mark.put("stage", stage);
        mark.put("rule", "Rule of " + stage);
        mark.put("rule_id", "r-" + stage);
        mark.put("rule_version", "6d500566f4df");
        mark.put("source", layer + "/log");
        mark.put("summary", line);
        mark.put("grade", "same artifact");
        mark.put("reason", reason);
        mark.put("hash", Sha256.hex(line));
        mark.put("original", line);
        return mark;
    }

    static List<Map<String, Object>> events() {
        return List.of(
                event(
                        MAIL,
                        "2022-02-26T00:41:20Z",
                        "mail",
                        Map.of("email.from.address", List.of("sato@mail.example.net"))),
                event(
                        CONTACT,
                        "2022-02-26T01:03:40.220699451Z",
                        "firewall",
                        Map.of("source", Map.of("bytes", 2416), "destination.ip", "198.51.100.23")),
                event(HOSTILE, "2022-02-26T01:07:15.600Z", "epp", Map.of("tadoru.verdict", "quarantined")),
                event(OTHER, "2022-02-26T01:10:00Z", "swg", Map.of()));
    }

    private static Map<String, Object> event(String line, String at, String layer, Map<String, Object> fields) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("@timestamp", at);
        event.put("event.id", Sha256.hex("id" + line));
        event.put("event.hash", Sha256.hex(line));
        event.put("event.original", line);
        event.put("tadoru.source", layer + "/log");
        event.put("tadoru.layer", layer);
        event.put("tadoru.host.id", "PC-0142");
        event.put("tadoru.connector.id", "some");
        event.put("tadoru.connector.version", "1");
        event.putAll(fields);
        return event;
    }

    private static Map<String, Object> revisions() {
        return Map.of(
                "revisions",
                List.of(Map.of("revision", 1, "known_at", "2022-02-26T01:07:41Z", "status", "quarantined")));
    }

    private static Map<String, Object> spread() {
        Map<String, Object> own =
                Map.of("host", "PC-0142", "events", 1, "first", "2022-02-26T01:03:40Z", "last", "2022-02-26T01:03:40Z");
        return Map.of(
                "artifacts",
                List.of(Map.of(
                        "type",
                        "destination.ip",
                        "value",
                        "198.51.100.23",
                        "malicious",
                        true,
                        "hosts",
                        List.of(own),
                        "hosts_total",
                        1)));
    }

    private static Map<String, Object> coverage() {
        return Map.of(
                "from",
                "2022-02-25T00:41:20Z",
                "to",
                "2022-02-27T01:07:15Z",
                "layers",
                List.of(Map.of("layer", "swg", "sources", List.of(), "host_events", 0)));
    }
}
