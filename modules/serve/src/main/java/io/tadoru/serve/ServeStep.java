package io.tadoru.serve;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.tadoru.serve.access.Gate;
import io.tadoru.serve.api.Api;
import io.tadoru.serve.api.Route;
import io.tadoru.serve.decisions.DecisionLog;
import io.tadoru.serve.files.PageFiles;
import io.tadoru.store.AccessStore;
import io.tadoru.store.CaseFile;
import io.tadoru.store.ChainQuestions;
import io.tadoru.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The verb: answers people and programs over HTTP, and takes their decisions to {@code tadoru.decisions}. */
public final class ServeStep implements AutoCloseable {
    private final WebServer server;
    private final DecisionLog decisions;
    private final List<Route> api;

    private ServeStep(WebServer server, DecisionLog decisions, List<Route> api) {
        this.server = server;
        this.api = api;
        this.decisions = decisions;
    }

    /**
     * Starts to answer.
     *
     * @param kafka producer and consumer properties: where the brokers are, security
     * @param store closed by its owner
     */
    public static ServeStep start(ServeSettings settings, Map<String, Object> kafka, Store store) {
        DecisionLog decisions = DecisionLog.open(kafka);
        try {
            List<Route> api = api(decisions, store);
            return new ServeStep(server(settings, api, store), decisions, api);
        } catch (RuntimeException e) { // such as a port that another program has
            decisions.close();
            throw e;
        }
    }

    private static List<Route> api(DecisionLog decisions, Store store) {
        return Api.routes(
                new ChainQuestions(store), CaseFile.of(store), decisions, () -> decisions.healthy() && answers(store));
    }

    private static WebServer server(ServeSettings settings, List<Route> api, Store store) {
        PageFiles page = PageFiles.read();
        List<Route> routes = new ArrayList<>(page.routes());
        routes.addAll(api);
        Gate gate = new Gate(new AccessStore(store)::find, Clock.systemUTC());
        return WebServer.start(settings, new SafeHeaders(page), new Door(gate), routes);
    }

    private static boolean answers(Store store) {
        try {
            store.client().cluster().health(h -> h.timeout(t -> t.time("1s")));
            return true;
        } catch (IOException | ElasticsearchException e) {
            return false;
        }
    }

    /** Where it answers. */
    public int port() {
        return server.port();
    }

    /** What can be asked. */
    List<Route> api() {
        return api;
    }

    /** Whether it still does its work. */
    public boolean healthy() {
        return decisions.healthy();
    }

    @Override
    public void close() {
        server.close();
        decisions.close();
    }
}
