package io.tadoru.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.tadoru.event.Event;
import io.tadoru.event.Json;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStore.class)
class CaseFileIT {
    private static final String DAY = "tadoru-events-2022.02.26";
    private static final String NEXT_DAY = "tadoru-events-2022.02.27";
    private static final Map<String, Object> CHAIN = chain(List.of(
            evidence("mail", "2022-02-26T00:41:20Z", "initial-access"),
            evidence("c2", "2022-02-26T01:03:40Z", "command-and-control"),
            evidence("epp", "2022-02-26T01:07:15Z", "response")));

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Store store;

    @BeforeAll
    static void start() {
        store = OneStore.store;
    }

    @BeforeEach
    void empty() throws Exception {
        store.setup();
        var indices = store.client().indices();
        for (String name : indices.get(g -> g.index("tadoru-*")).indices().keySet()) {
            indices.delete(d -> d.index(name));
        }
    }

    private static Map<String, Object> chain(List<Map<String, Object>> evidence) {
        return Map.of(
                "id", "1f6e0d946ea0036064ea310e762cc2d2",
                "host", "PC-0142",
                "first", "2022-02-26T00:41:20Z",
                "last", "2022-02-26T01:07:15Z",
                "detail", Map.of("evidence", evidence));
    }

    private static Map<String, Object> evidence(String line, String at, String stage) {
        return Map.of("hash", Sha256.hex(line), "at", at, "stage", stage, "original", line, "reason", "same host");
    }

    private static void incident() throws Exception {
        write(
                event(
                        "mail",
                        "2022-02-26T00:41:20Z",
                        "mail",
                        "PC-0142",
                        Map.of(
                                "email.from.address", List.of("sato@mail.example.net"),
                                "email.attachments.file.name", List.of("invoice_0226.xlsm"))),
                event(
                        "c2",
                        "2022-02-26T01:03:40Z",
                        "firewall",
                        "PC-0142",
                        Map.of("destination.ip", "198.51.100.23", "source.ip", "10.20.30.142", "source.bytes", 2416)),
                event(
                        "epp",
                        "2022-02-26T01:07:15Z",
                        "epp",
                        "PC-0142",
                        Map.of("tadoru.verdict", "quarantined", "file.name", "abgzq.dll")),
                event("before", "2022-02-26T00:30:00Z", "swg", "PC-0142", Map.of()),
                event("much before", "2022-02-26T00:20:00Z", "swg", "PC-0142", Map.of()),
                event("other host", "2022-02-26T01:00:00Z", "epp", "PC-0160", Map.of("file.name", "INVOICE_0226.xlsm")),
                event(
                        "c2 of another",
                        "2022-02-27T01:00:00Z",
                        "firewall",
                        "PC-0171",
                        Map.of("destination.ip", "198.51.100.23")),
                event(
                        "c2 of nobody",
                        "2022-02-27T01:30:00Z",
                        "firewall",
                        "",
                        Map.of("destination.ip", "198.51.100.23")));
    }

    @Test
    void theTimelineHoldsTheEvidenceAndTheHostsOtherLinesAroundIt() throws Exception {
        incident();
        var timeline = CaseFile.of(store).timeline(CHAIN);
        assertThat(lines(timeline)).containsExactly("before", "mail", "c2", "epp");
        assertThat(objects(timeline, "events"))
                .extracting(e -> e.get("evidence"))
                .containsExactly(false, true, true, true);
        assertThat(objects(timeline, "events").get(1))
                .containsEntry("reason", "same host")
                .containsKey("event");
        assertThat(timeline).containsEntry("truncated", false);
    }

    @Test
    void evidenceWhoseEventIsGoneIsToldFromTheChain() throws Exception {
        incident();
        var more = chain(List.of(evidence("gone", "2022-02-26T00:50:00Z", "execution")));
        assertThat(lines(CaseFile.of(store).timeline(more))).contains("gone");
    }

    @Test
    void anEventThatStandsInTwoIndicesCountsOnce() throws Exception {
        incident();
        write(document("mail", IndexNames.EVENTS_ELSEWHEN, "2022-02-26T00:41:20Z", "mail", "PC-0142", Map.of()));
        assertThat(lines(CaseFile.of(store).timeline(CHAIN))).containsOnlyOnce("mail");
    }

    @Test
    void moreThanTwoThousandOtherLinesAreCutAndItIsSaid() throws Exception {
        incident();
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 2_001; i++) {
            many.add(event("noise " + i, "2022-02-26T01:0%d:00Z".formatted(i % 7), "swg", "PC-0142", Map.of()));
        }
        write(many.toArray(Document[]::new));
        var timeline = CaseFile.of(store).timeline(CHAIN);
        assertThat(timeline).containsEntry("truncated", true);
        assertThat(lines(timeline)).contains("mail", "c2", "epp").hasSizeBetween(2_000, 2_003);
    }

    @Test
    void theSpreadNamesTheOtherHostsOfEachThing() throws Exception {
        incident();
        var artifacts = objects(CaseFile.of(store).spread(CHAIN), "artifacts");
        var address = thing(artifacts, "destination.ip");
        assertThat(address)
                .containsEntry("value", "198.51.100.23")
                .containsEntry("malicious", true)
                .containsEntry("hosts_total", 2L)
                .containsEntry("unattributed", 1L);
        assertThat(objects(address, "hosts"))
                .extracting(h -> h.get("host"), h -> h.get("events"), h -> h.get("first"))
                .containsExactly(
                        tuple("PC-0142", 1L, "2022-02-26T01:03:40Z"), tuple("PC-0171", 1L, "2022-02-27T01:00:00Z"));
        assertThat(thing(artifacts, "email.from.address")).containsEntry("malicious", false);
    }

    @Test
    void aFileIsTheSameOnAMailAndOnADiskInWhateverCase() throws Exception {
        incident();
        var file = thing(objects(CaseFile.of(store).spread(CHAIN), "artifacts"), "email.attachments.file.name");
        assertThat(objects(file, "hosts")).extracting(h -> h.get("host")).containsExactly("PC-0142", "PC-0160");
    }

    @Test
    void theCoverageTellsWhoWasSilentForMoreThanAnHour() throws Exception {
        incident();
        write(event("proxy again", "2022-02-26T03:00:00Z", "swg", "PC-0160", Map.of()));
        var coverage = CaseFile.of(store).coverage(CHAIN);
        assertThat(coverage).containsEntry("from", "2022-02-25T00:41:20Z").containsEntry("to", "2022-02-27T01:07:15Z");
        assertThat(objects(coverage, "layers"))
                .extracting(l -> l.get("layer"), l -> l.get("host_events"))
                .containsExactly(tuple("mail", 1L), tuple("swg", 2L), tuple("firewall", 1L), tuple("epp", 1L));
        var proxy = objects(objects(coverage, "layers").get(1), "sources").getFirst();
        assertThat(proxy).containsEntry("source", "swg").containsEntry("events", 3L);
        assertThat(proxy.get("gaps"))
                .isEqualTo(List.of(
                        Map.of("from", "2022-02-25T00:41:20Z", "to", "2022-02-26T00:20:00Z"),
                        Map.of("from", "2022-02-26T00:30:00Z", "to", "2022-02-26T03:00:00Z"),
                        Map.of("from", "2022-02-26T03:00:00Z", "to", "2022-02-27T01:07:15Z")));
    }

    @Test
    void revisionsComeInTheirOrder() throws Exception {
        String id = String.valueOf(CHAIN.get("id"));
        store.client()
                .indices()
                .create(c -> c.index(CaseQuestions.REVISIONS)
                        .mappings(m -> m.properties("chain", p -> p.keyword(k -> k))
                                .properties("revision", p -> p.long_(l -> l))));
        write(revision(id, 10), revision(id, 9), revision("another", 1));
        assertThat(objects(CaseFile.of(store).revisions(CHAIN), "revisions"))
                .extracting(r -> r.get("revision"))
                .containsExactly(9L, 10L);
    }

    @Test
    void aStoreThatHoldsNothingGivesAnEmptyCase() throws Exception {
        Map<String, Object> material = CaseFile.of(store).material(CHAIN);
        assertThat(material).containsOnlyKeys("chain", "timeline", "revisions", "spread", "coverage");
        assertThat(material.get("revisions")).isEqualTo(Map.of("revisions", List.of()));
        assertThat(material.get("spread")).isEqualTo(Map.of("artifacts", List.of()));
        assertThat(String.valueOf(material.get("coverage"))).contains("mail", "swg", "firewall", "epp");
    }

    @Test
    void aHostileHostOrDateBreaksNothing() throws Exception {
        incident();
        Map<String, Object> chain = new HashMap<>(CHAIN);
        chain.put("host", "*) OR (_exists_:\"host.name\"");
        chain.put("first", "-1000000000-01-01T00:00:00Z");
        chain.put("last", "+1000000000-12-31T00:00:00Z");
        assertThat(lines(CaseFile.of(store).timeline(chain))).containsExactly("mail", "c2", "epp");
        assertThat(CaseFile.of(store).material(chain)).isNotEmpty();
    }

    @Test
    void anElasticsearchThatIsAwayIsAnError() {
        try (Store away = Store.connect("http://127.0.0.1:1")) {
            assertThatThrownBy(() -> CaseFile.of(away).timeline(CHAIN)).isInstanceOf(IOException.class);
        }
    }

    private static Document revision(String chain, long revision) {
        return new Document(
                CaseQuestions.REVISIONS,
                chain + "#" + revision,
                revision,
                Json.bytes(Map.of("chain", chain, "revision", revision)));
    }

    private static List<String> lines(Map<String, Object> timeline) {
        return objects(timeline, "events").stream()
                .map(e -> String.valueOf(e.get("original")))
                .toList();
    }

    private static Map<String, Object> thing(List<Map<String, Object>> artifacts, String type) {
        return artifacts.stream()
                .filter(a -> type.equals(a.get("type")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // as the contract has it
    private static List<Map<String, Object>> objects(Map<String, Object> document, String name) {
        return (List<Map<String, Object>>) document.getOrDefault(name, List.of());
    }

    private static void write(Document... documents) throws Exception {
        assertThat(store.writer().write(List.of(documents))).isEmpty();
        store.refresh();
    }

    private static Document event(String line, String at, String layer, String host, Map<String, Object> fields) {
        return document(line, at.startsWith("2022-02-27") ? NEXT_DAY : DAY, at, layer, host, fields);
    }

    private static Document document(
            String line, String index, String at, String layer, String host, Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("@timestamp", at);
        all.put("event.id", Sha256.hex("id of " + line));
        all.put("event.hash", Sha256.hex(line));
        all.put("event.original", line);
        all.put("tadoru.layer", layer);
        all.put("tadoru.source", layer);
        if (!host.isEmpty()) {
            all.put("tadoru.host.id", host);
        }
        return EventDocument.of(Event.of(all), Sha256.hex("id of " + line), index, 1);
    }
}
