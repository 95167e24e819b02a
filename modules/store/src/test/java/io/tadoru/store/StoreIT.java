package io.tadoru.store;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.event.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStore.class)
class StoreIT {
    private static final String DAY = "tadoru-events-2022.02.26";

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

    @Test
    void settingUpAgainIsHarmless() throws Exception {
        store.setup();
        assertThat(store.client()
                        .indices()
                        .existsIndexTemplate(t -> t.name("tadoru-events"))
                        .value())
                .isTrue();
    }

    @Test
    void anIndexOfAnEarlierVersionLearnsTheNewFields() throws Exception {
        var indices = store.client().indices();
        indices.deleteIndexTemplate(t -> t.name("tadoru-chains"));
        indices.create(c -> c.index("tadoru-chains")
                .mappings(m ->
                        m.dynamic(DynamicMapping.Strict).properties("id", p -> p.keyword(k -> k.ignoreAbove(1024)))));
        store.setup();
        write(ChainDocument.of(Map.of("id", "one", "case", "T-2022-7K3F9QZ", "hidden", true), 1));
        assertThat(store.chain("one")).get().satisfies(c -> assertThat(c).containsEntry("case", "T-2022-7K3F9QZ"));
    }

    @Test
    void onlyALowerVersionIsPassedOver() throws Exception {
        write(event("a", DAY, 10, Map.of("user.name", "first")));
        write(event("a", DAY, 9, Map.of("user.name", "older")));
        assertThat(names()).containsExactly("first");
        write(event("a", DAY, 10, Map.of("user.name", "equal")));
        assertThat(names()).containsExactly("equal");
        write(event("a", DAY, 11, Map.of("user.name", "newer")));
        assertThat(names()).containsExactly("newer");
        assertThat(store.countEvents()).isEqualTo(1);
    }

    @Test
    void anUnknownFieldAndABadAddressLoseNothing() throws Exception {
        write(event("a", DAY, 1, Map.of("firewall.mood", "bad", "source.ip", "not an address", "source.port", "x")));
        Map<String, Object> found = store.events(List.of("a")).getFirst();
        assertThat(found).containsEntry("source.ip", "not an address");
        assertThat(found.get(Fields.VENDOR)).isEqualTo(Map.of("firewall.mood", "bad"));
    }

    @Test
    void hostileVendorFieldsAreTaken() throws Exception {
        Object deep = "bottom";
        for (int i = 0; i < 40; i++) {
            deep = Map.of("d", deep);
        }
        write(event("a", DAY, 1, Map.of("", 1, "a..b", 2, ".", 3, "n\0l", 4, "k".repeat(40_000), "v".repeat(40_000))));
        write(event("b", DAY, 1, Map.of(Fields.VENDOR, Map.of("deep", deep, "", 1), "message", "m".repeat(100_000))));
        write(event("c", DAY, 1, Map.of("event.original", "o".repeat(200_000), "url.full", "u".repeat(200_000))));
        assertThat(store.events(List.of("a", "b", "c"))).hasSize(3);
    }

    @Test
    void aDocumentRefusedForItselfComesBackAndTheOthersAreWritten() throws Exception {
        byte[] bad = "{\"@timestamp\":\"yesterday\"}".getBytes(StandardCharsets.UTF_8);
        var refused = store.writer()
                .write(List.of(
                        event("a", DAY, 1, Map.of()), new Document(DAY, "bad", 1, bad), event("b", DAY, 1, Map.of())));
        store.refresh();
        assertThat(refused).singleElement().satisfies(r -> {
            assertThat(r.document().id()).isEqualTo("bad");
            assertThat(r.reason()).contains("timestamp");
        });
        assertThat(store.countEvents()).isEqualTo(2);
    }

    @Test
    void aRequestRefusedAsAWholeIsHalvedUntilTheCulpritIsFound() throws Exception {
        byte[] bad = "no json\n at all".getBytes(StandardCharsets.UTF_8);
        var refused = store.writer()
                .write(List.of(
                        event("a", DAY, 1, Map.of()), new Document(DAY, "bad", 1, bad), event("b", DAY, 1, Map.of())));
        store.refresh();
        assertThat(refused).extracting(r -> r.document().id()).containsExactly("bad");
        assertThat(store.countEvents()).isEqualTo(2);
    }

    @Test
    void rejectsAreCountedByOutcome() throws Exception {
        var raw =
                new RawRecord("r1", "proxy", "squid", "10.20.1.80", Instant.parse("2022-02-26T01:00:00Z"), new byte[3]);
        var other = new RawRecord("r2", "proxy", "squid", "10.20.1.80", raw.receivedAt(), new byte[3]);
        write(RejectDocument.of(Reject.rejected(raw, "no time"), "tadoru-rejects-2022.02.26", 1));
        write(RejectDocument.of(Reject.dropped(other, "health check"), "tadoru-rejects-2022.02.26", 1));
        assertThat(store.countRejects()).isEqualTo(Map.of("rejected", 1L, "dropped", 1L));
    }

    @Test
    void chainsComeBackWithWhatTheMappingDoesNotKnow() throws Exception {
        Map<String, Object> chain = new HashMap<>();
        chain.put("id", "PC-0142/2022-02-26");
        chain.put("host", "PC-0142");
        chain.put("layers", Map.of("mail", Map.of("verdict", "passed", "at", "2022-02-26T00:41:20Z")));
        chain.put("detail", Map.of("links", List.of(Map.of("from", 1))));
        chain.put("surprise", Map.of("a", 1));
        write(ChainDocument.of(chain, 1));
        assertThat(store.chains()).singleElement().satisfies(c -> {
            assertThat(c).containsEntry("host", "PC-0142").containsEntry("layers.mail.verdict", "passed");
            assertThat(String.valueOf(c.get("detail"))).contains("links", "surprise");
        });
        assertThat(store.chain("PC-0142/2022-02-26")).isPresent();
        assertThat(store.chain("PC-9999")).isEmpty();
    }

    @Test
    void copiesAreFoundInWhateverIndex() throws Exception {
        write(event("a", IndexNames.EVENTS_ELSEWHEN, 3, Map.of()));
        assertThat(store.copies(List.of("a", "b"))).containsExactly(new Copy(IndexNames.EVENTS_ELSEWHEN, "a", 3));
        assertThat(store.elsewhen(List.of("a", "b"))).containsExactly(new Copy(IndexNames.EVENTS_ELSEWHEN, "a", 3));
        write(Document.deletion(IndexNames.EVENTS_ELSEWHEN, "a", 3));
        assertThat(store.copies(List.of("a"))).isEmpty();
    }

    @Test
    void anEmptyStoreAnswersWithNothing() throws Exception {
        assertThat(store.countEvents()).isZero();
        assertThat(store.countRejects()).isEmpty();
        assertThat(store.chains()).isEmpty();
        assertThat(store.events(List.of("a"))).isEmpty();
        assertThat(store.copies(List.of(Sha256.hex("a")))).isEmpty();
        assertThat(store.elsewhen(List.of("a"))).isEmpty();
    }

    private static List<Object> names() throws Exception {
        return store.events(List.of("a")).stream().map(e -> e.get("user.name")).toList();
    }

    private static void write(Document document) throws Exception {
        assertThat(store.writer().write(List.of(document))).isEmpty();
        store.refresh();
    }

    private static Document event(String id, String index, long version, Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(Fields.TIMESTAMP, "2022-02-26T01:02:15.200Z");
        return EventDocument.of(Event.of(all), id, index, version);
    }
}
