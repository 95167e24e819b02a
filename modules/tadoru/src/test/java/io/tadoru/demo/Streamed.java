package io.tadoru.demo;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.event.Json;
import io.tadoru.local.Distribution;
import io.tadoru.local.LocalServers;
import io.tadoru.pipeline.Pipeline;
import io.tadoru.pipeline.Quiet;
import io.tadoru.pipeline.Role;
import io.tadoru.runtime.Settings;
import io.tadoru.store.ChainDocument;
import io.tadoru.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a scenario becomes on real servers.
 *
 * @param chains by id, without what depends on when they were known
 * @param reasons why records were rejected
 */
record Streamed(Map<String, Map<String, Object>> chains, Balance balance, Set<String> indices, List<String> reasons) {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Whether the applications run before the first line comes, or find all of them waiting. */
    enum Order {
        APPLICATIONS_FIRST,
        LINES_FIRST
    }

    /** On servers of its own, in this process and beside it. */
    static Streamed run(Path folder, Path data, Order order) throws Exception {
        try (LocalServers servers = LocalServers.trial(data, Distribution.find(ROOT))) {
            return on(
                    servers.bootstrapServers(),
                    () -> servers.elasticsearch().url().toString(),
                    folder,
                    data,
                    order);
        }
    }

    /** On servers that are there. */
    static Streamed on(String kafka, Supplier<String> elasticsearch, Path folder, Path data, Order order)
            throws Exception {
        Scenario scenario = Scenario.read(folder);
        Map<String, String> set = Demo.overrides(scenario, new DemoDirectory(data, true), kafka);
        set.putAll(checkout());
        Settings settings = Settings.load(null, Map.of(), set);
        try (Pipeline pipeline = Pipeline.open(settings);
                Quiet quiet = new Quiet(pipeline, settings)) {
            play(scenario, kafka, pipeline, order);
            Store store = pipeline.index(elasticsearch.get());
            await().atMost(PATIENCE).until(quiet::now);
            return of(Demo.count(scenario), store);
        }
    }

    static Map<String, String> checkout() {
        return Map.of(
                "connectors.directory", ROOT.resolve("connectors").toString(),
                "rules.directory", ROOT.resolve("rules").toString());
    }

    private static void play(Scenario scenario, String kafka, Pipeline pipeline, Order order) throws IOException {
        if (order == Order.APPLICATIONS_FIRST) {
            applications(pipeline);
        }
        Player player = Player.start(scenario.feeds(), pipeline.collect(), Received.in(kafka));
        await().atMost(PATIENCE).until(player::done);
        if (order == Order.LINES_FIRST) {
            applications(pipeline);
        }
    }

    private static void applications(Pipeline pipeline) throws IOException {
        pipeline.start(Role.NORMALIZE);
        pipeline.start(Role.CORRELATE);
    }

    private static Streamed of(long lines, Store store) throws IOException {
        Balance balance = Balance.of(lines, store);
        Map<String, Map<String, Object>> chains = new TreeMap<>();
        for (Map<String, Object> chain : store.chains()) {
            if (!Set.of("withdrawn", "merged").contains(String.valueOf(chain.get("status")))) {
                chains.put(String.valueOf(chain.get("id")), timeless(chain));
            }
        }
        Set<String> indices =
                store.client().indices().get(i -> i.index("tadoru-*")).indices().keySet();
        return new Streamed(chains, balance, indices, reasons(store));
    }

    private static List<String> reasons(Store store) throws IOException {
        SearchRequest rejected = SearchRequest.of(s -> s.index("tadoru-rejects-*")
                .size(100)
                .query(q -> q.term(t -> t.field("tadoru.reject.outcome").value("rejected"))));
        return store.client().<Map<String, Object>>search(rejected, OBJECT.getType()).hits().hits().stream()
                .map(hit -> Json.text(requireNonNull(hit.source())))
                .toList();
    }

    /**
     * In the form that Elasticsearch keeps, so that a batch run's can be laid beside it: without when it was known, and
     * without the name of the source, which is a setting there and a file here.
     */
    static Map<String, Object> timeless(Map<String, Object> chain) {
        Map<String, Object> kept = new TreeMap<>(chain);
        List.of("known_at", "revision", "brought_by", "cases").forEach(kept::remove);
        byte[] json = requireNonNull(ChainDocument.of(kept, 0).json());
        try {
            ObjectNode document = (ObjectNode) Json.MAPPER.readTree(json);
            document.path("detail").path("evidence").forEach(e -> sourceless((ObjectNode) e));
            return new TreeMap<>(Json.MAPPER.convertValue(document, OBJECT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sourceless(ObjectNode evidence) {
        if (evidence.path("clock").equals(evidence.path("source"))) {
            evidence.remove("clock");
        }
        evidence.remove("source");
    }
}
