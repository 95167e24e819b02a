package io.tadoru.index;

import static io.tadoru.index.Installation.again;
import static io.tadoru.index.Installation.event;
import static io.tadoru.index.Installation.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Fields;
import io.tadoru.event.Identity;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.event.Strength;
import io.tadoru.identity.BindingRow;
import io.tadoru.runtime.Topics;
import io.tadoru.store.Copy;
import io.tadoru.store.IndexNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IndexIT {
    private static final String NOON = "2022-02-26T03:00:00Z";
    private static final String DAY = "tadoru-events-2022.02.26";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Installation office;

    @BeforeAll
    static void start() throws Exception {
        office = Installation.start(folder);
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    @Order(1)
    void whereNothingStandsNothingIsToBeCorrected() throws Exception {
        Query all = Query.of(q -> q.matchAll(m -> m));
        List<Object> pages = new ArrayList<>();
        new EventSearch(office.store.client()).each(all, pages::add);
        assertThat(pages).isEmpty();
    }

    @Test
    void whatIsWrittenTwiceStandsThereOnce() throws Exception {
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
        names("once-event").forEach(id -> all.add(event(id, NOON, Map.of(Fields.LAYER, "epp"))));
        names("once-chain").forEach(id -> all.add(record(Topics.CHAINS, id, Map.of("id", id, "host", "PC-0142"))));
        names("once-reject").forEach(id -> all.add(record(Topics.REJECTS, "proxy", reject(id))));
        try (IndexStep step = office.step()) {
            office.write(all);
            until(() -> stand("once-event") == 300 && stand("once-chain") == 300 && stand("once-reject") == 300);
            long before = step.counts().events();
            office.write(all);
            until(() -> step.counts().events() == before + 300);
            until(() -> step.counts().chains() >= 600 && step.counts().rejects() >= 600);
            assertThat(List.of(stand("once-event"), stand("once-chain"), stand("once-reject")))
                    .containsOnly(300L);
            assertThat(step.healthy()).isTrue();
        }
    }

    @Test
    void eachRevisionOfAChainStaysAndTheNewestIsTheChain() throws Exception {
        try (IndexStep step = office.step()) {
            office.write(List.of(revision("revised", 1, "active"), revision("revised", 2, "closed")));
            until(() -> revisions("revised").size() == 2);
            until(() ->
                    "closed".equals(office.store.chain("revised").orElseThrow().get("status")));
            office.write(List.of(revision("revised", 3, "active")));
            until(() -> revisions("revised").size() == 3);
            assertThat(revisions("revised")).containsExactlyInAnyOrder("active", "closed", "active");
            assertThat(step.healthy()).isTrue();
        }
    }

    private static ProducerRecord<byte[], byte[]> revision(String chain, int number, String status) {
        return record(
                Topics.CHAINS,
                chain,
                Map.of("id", chain, "revision", number, "status", status, "hidden", false, "surprise", Map.of("a", 1)));
    }

    /** What each of them said. */
    private static List<Object> revisions(String chain) throws IOException {
        office.store.refresh();
        return office
                .store
                .client()
                .search(
                        s -> s.index(IndexNames.REVISIONS)
                                .query(q -> q.term(t -> t.field("chain").value(chain))),
                        JsonNode.class)
                .hits()
                .hits()
                .stream()
                .<Object>map(
                        h -> h.source() == null ? "" : h.source().path("status").asText())
                .toList();
    }

    @Test
    void whatIsSentAgainUnderAnotherDateLeavesItsOldPlace() throws Exception {
        try (IndexStep step = office.step()) {
            office.write(List.of(event("moved", NOON, Map.of())));
            until(() -> places("moved").equals(List.of(DAY)));
            office.write(List.of(again(event("moved", "2022-02-27T03:00:00Z", Map.of()))));
            until(() -> places("moved").equals(List.of("tadoru-events-2022.02.27")));
            office.write(List.of(event("moved", "2031-02-27T03:00:00Z", Map.of()))); // no mark needed on such a date
            until(() -> places("moved").equals(List.of(IndexNames.EVENTS_ELSEWHEN)));
            office.write(List.of(event("moved", NOON, Map.of()))); // nor back from there
            until(() -> places("moved").equals(List.of(DAY)));
            assertThat(step.healthy()).isTrue();
        }
    }

    @Test
    void hostileDatesGetNoIndexOfTheirOwn() throws Exception {
        try (IndexStep step = office.step()) {
            office.write(List.of(
                    event("late", "2099-12-31T23:59:59Z", Map.of()), event("early", "1970-01-01T00:00:00Z", Map.of())));
            until(() -> places("late").size() + places("early").size() == 2);
            assertThat(places("late")).containsExactly(IndexNames.EVENTS_ELSEWHEN);
            assertThat(places("early")).containsExactly(IndexNames.EVENTS_ELSEWHEN);
            assertThat(office.store
                            .client()
                            .indices()
                            .get(g -> g.index("tadoru-events-*"))
                            .indices()
                            .keySet())
                    .noneMatch(name -> name.contains("2099") || name.contains("1970"));
            assertThat(step.healthy()).isTrue();
        }
    }

    @Test
    void whatElasticsearchRefusesAndWhatIsNoEventBecomeRejects() throws Exception {
        try (IndexStep step = office.step()) {
            office.write(List.of(
                    event("refused", "+12022-02-26T03:00:00Z", Map.of(Fields.EVENT_ORIGINAL, "a line")),
                    record(Topics.EVENTS, "unreadable", "no event"),
                    event("beside", NOON, Map.of())));
            until(() -> stand("refused") == 1 && stand("unreadable") == 1 && stand("beside") == 1);
            assertThat(places("refused")).isEmpty();
            assertThat(places("unreadable")).isEmpty();
            assertThat(step.healthy()).isTrue();
        }
    }

    @Test
    void anEventIsNamedAfterTheHostThatItsAddressWasBoundTo() throws Exception {
        var row = row("10.20.30.142", "PC-0142");
        var gone = row("10.20.30.143", "PC-0143");
        office.write(List.of(
                record(Topics.BINDINGS, row.key(), row),
                record(Topics.BINDINGS, gone.key(), gone),
                Installation.gone(Topics.BINDINGS, gone.key()),
                record(Topics.BINDINGS, "a stranger's", "no row"),
                event("bound", NOON, Map.of(Fields.LAYER, "firewall", Fields.SOURCE_IP, "10.20.30.142")),
                event("unbound", NOON, Map.of(Fields.LAYER, "firewall", Fields.SOURCE_IP, "10.20.30.143"))));
        try (IndexStep step = office.step()) {
            until(() -> stand("bound") == 1 && stand("unbound") == 1);
            assertThat(found("bound"))
                    .containsEntry(Fields.HOST_NAME, "PC-0142")
                    .containsEntry(Fields.HOST_ID, "PC-0142");
            assertThat(found("unbound"))
                    .doesNotContainKey(Fields.HOST_NAME)
                    .containsEntry(Fields.HOST_ID, "ip:10.20.30.143");
            assertThat(step.healthy()).isTrue();
        }
    }

    @Test
    void aBindingThatComesLaterCorrectsTheEventsThatAreThere() throws Exception {
        var lease = row("10.20.30.151", "PC-0151");
        var other = row("10.20.30.150", "PC-0150", -3 * 3600, -2 * 3600);
        try (IndexStep step = office.step()) {
            office.write(IntStream.range(0, 1200) // more than a page
                    .mapToObj(i -> gateway("corrected-" + i, "10.20.30.151"))
                    .toList());
            office.write(List.of(gateway("stays", "10.20.30.150")));
            until(() -> stand("corrected") == 1200 && stand("stays") == 1);
            office.write(
                    List.of(record(Topics.BINDINGS, lease.key(), lease), record(Topics.BINDINGS, other.key(), other)));
            until(() -> step.counts().corrected() == 1201);
            assertThat(found("corrected-0")).containsEntry(Fields.HOST_NAME, "PC-0151");
            assertThat(found("corrected-1199")).containsEntry(Fields.HOST_ID, "PC-0151");
            assertThat(found("stays")).containsEntry(Fields.HOST_ID, "PC-0150");
            assertThat(stand("corrected")).isEqualTo(1200);
        }
        var nearer = row("10.20.30.150", "PC-0152", -1800, 1800);
        office.write(List.of(record(Topics.BINDINGS, nearer.key(), nearer))); // while index is down
        try (IndexStep step = office.step()) {
            until(() -> "PC-0152".equals(found("stays").get(Fields.HOST_NAME)));
            assertThat(step.counts().corrected()).isEqualTo(1);
            assertThat(step.healthy()).isTrue();
        }
    }

    private static ProducerRecord<byte[], byte[]> gateway(String id, String address) {
        return event(id, NOON, Map.of(Fields.LAYER, "swg", Fields.SOURCE_IP, address));
    }

    @Test
    void elasticsearchsAbsenceIsWaitedFor() throws Exception {
        var lease = row("10.20.30.161", "PC-0161");
        try (IndexStep step = office.step()) {
            office.write(List.of(gateway("before-absence", "10.20.30.161")));
            until(() -> stand("before-absence") == 1);
            office.restartElasticsearch(() -> {
                office.write(events("during-absence"));
                office.write(List.of(record(Topics.BINDINGS, lease.key(), lease)));
                until(() -> step.states().get(Topics.EVENTS) == State.WAITING);
                assertThat(step.healthy()).isTrue();
            });
            until(() -> stand("during-absence") == 300);
            until(() -> "PC-0161".equals(found("before-absence").get(Fields.HOST_NAME)));
            assertThat(step.healthy()).isTrue();
        }
    }

    @Test
    void aStepCanBeStoppedWhileElasticsearchIsAway() throws Exception {
        office.restartElasticsearch(() -> {
            IndexStep step = office.step();
            office.write(events("stopped"));
            until(() -> step.states().get(Topics.EVENTS) == State.WAITING);
            step.close();
            assertThat(step.states().values()).containsOnly(State.STOPPED);
        });
        try (IndexStep step = office.step()) {
            until(() -> stand("stopped") == 300);
            assertThat(step.healthy()).isTrue();
        }
    }

    @Test
    void aStepThatStartsAnewGoesOnWhereTheLastOneStopped() throws Exception {
        try (IndexStep step = office.step()) {
            office.write(events("first"));
            until(() -> stand("first") == 300 && step.counts().events() >= 300);
        }
        office.write(events("second"));
        try (IndexStep step = office.step()) {
            until(() -> stand("second") == 300);
            assertThat(stand("first")).isEqualTo(300);
            assertThat(step.counts().events()).isEqualTo(300);
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> events(String prefix) {
        return names(prefix).stream().map(id -> event(id, NOON, Map.of())).toList();
    }

    private static List<String> names(String prefix) {
        return IntStream.range(0, 300).mapToObj(i -> prefix + "-" + i).toList();
    }

    private static Reject reject(String id) {
        return Reject.rejected(
                new RawRecord(id, "proxy", "squid", "10.20.1.80", Instant.parse(NOON), new byte[3]), "no time");
    }

    private static BindingRow row(String address, String host) {
        return row(address, host, -3600, 3600);
    }

    private static BindingRow row(String address, String host, int from, int to) {
        Instant noon = Instant.parse(NOON);
        return new BindingRow(Identity.ip(address), host, Strength.LEASE, noon.plusSeconds(from), noon.plusSeconds(to));
    }

    /** An Elasticsearch that is just making an index, or was just restarted, cannot be asked yet. */
    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsMatching(e -> e instanceof IOException || e instanceof ElasticsearchException)
                .pollInterval(Duration.ofMillis(200))
                .until(condition);
    }

    /** Documents of that id, or of an id that begins so, in all of Tadoru's indices. */
    private static long stand(String prefix) throws IOException {
        office.store.refresh();
        return office.store
                .client()
                .count(c -> c.index("tadoru-*")
                        .query(q -> q.bool(b -> b.should(s ->
                                        s.prefix(p -> p.field(Fields.EVENT_ID).value(prefix)))
                                .should(s -> s.prefix(p -> p.field("id").value(prefix))))))
                .count();
    }

    private static List<String> places(String id) throws IOException {
        return office.store.copies(List.of(id)).stream().map(Copy::index).toList();
    }

    private static Map<String, Object> found(String id) throws IOException {
        office.store.refresh();
        return office.store.events(List.of(id)).getFirst();
    }
}
