package io.tadoru.demo;

import io.tadoru.casework.ChainText;
import io.tadoru.collect.CollectStep;
import io.tadoru.command.CommandFailed;
import io.tadoru.local.LocalServers;
import io.tadoru.pipeline.Core;
import io.tadoru.pipeline.Pipeline;
import io.tadoru.pipeline.Quiet;
import io.tadoru.pipeline.Role;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import io.tadoru.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One demo from the first server to the printed chain; what it prints was computed by the pipeline and read from Elasticsearch. */
final class Demo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 300;

    private final Scenario scenario;
    private final DemoDirectory directory;
    private final Progress progress;
    private final LocalServers servers;
    private final Pipeline pipeline;
    private final Quiet quiet;
    private final long lines;

    private Demo(
            Scenario scenario,
            DemoDirectory directory,
            Progress progress,
            LocalServers servers,
            Settings settings,
            Core core)
            throws IOException, InterruptedException {
        this.scenario = scenario;
        this.directory = directory;
        this.progress = progress;
        this.servers = servers;
        this.lines = count(scenario);
        this.pipeline = Pipeline.open(settings, core);
        this.quiet = new Quiet(pipeline, settings);
    }

    static long count(Scenario scenario) throws IOException {
        long lines = 0;
        for (Scenario.Feed feed : scenario.feeds()) {
            lines += FeedLines.count(feed.file());
        }
        return lines;
    }

    /** Starts the servers, once the settings are known to be right; they are completed with what the servers say. */
    static Demo start(
            Scenario scenario,
            DemoDirectory directory,
            Path distribution,
            Function<Map<String, String>, Settings> settings,
            Progress progress)
            throws IOException, InterruptedException {
        Settings known = settings.apply(scenario.settings());
        progress.say("starting Kafka and Elasticsearch in " + directory.path());
        var core = CompletableFuture.supplyAsync(() -> Core.load(known), Thread::startVirtualThread);
        LocalServers servers = LocalServers.trial(directory.path(), distribution);
        try {
            Settings all = settings.apply(overrides(scenario, directory, servers.bootstrapServers()));
            progress.say("Kafka answers on " + servers.bootstrapServers());
            return new Demo(scenario, directory, progress, servers, all, loaded(core));
        } catch (IOException | InterruptedException | RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    /** A mistake in a connector or a rule is told as itself, which names file and line. */
    static Core loaded(CompletableFuture<Core> core) {
        try {
            return core.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException mistake ? mistake : e;
        }
    }

    static Map<String, String> overrides(Scenario scenario, DemoDirectory directory, String kafka) {
        Map<String, String> all = new LinkedHashMap<>(scenario.settings());
        all.put(SettingList.KAFKA_BOOTSTRAP_SERVERS.name(), kafka);
        all.put(SettingList.KAFKA_PARTITIONS.name(), "2");
        all.put(SettingList.KAFKA_INSTANCE_ID.name(), "demo");
        all.put(
                SettingList.STATE_DIRECTORY.name(),
                directory.path().resolve("streams").toString());
        all.put(SettingList.COLLECT_HTTP_PORT.name(), "0");
        return all;
    }

    /** Plays what is not there yet and waits until nothing is under way; the finished demo's balance. */
    Finished play() throws IOException, InterruptedException {
        String fingerprint = scenario.fingerprint();
        boolean complete = directory.begin(scenario.name(), fingerprint);
        var elasticsearch = CompletableFuture.supplyAsync(servers::elasticsearch, Thread::startVirtualThread);
        pipeline.start(Role.NORMALIZE);
        pipeline.start(Role.CORRELATE);
        @Nullable Player player = complete ? null : player();
        await(() -> elasticsearch.isDone(), () -> said(player, null));
        Store store = pipeline.index(url(elasticsearch));
        progress.say("Elasticsearch answers on " + servers.elasticsearch().url());
        await(() -> arrived(player, store), () -> said(player, store));
        directory.complete(scenario.name(), fingerprint);
        return finished(store);
    }

    private static String url(CompletableFuture<io.tadoru.local.LocalElasticsearch> elasticsearch) {
        try {
            return elasticsearch.join().url().toString();
        } catch (CompletionException e) {
            throw new CommandFailed(String.valueOf(e.getCause()), e);
        }
    }

    private Player player() {
        Received received = Received.in(servers.bootstrapServers());
        CollectStep collect = pipeline.collect();
        return Player.start(scenario.feeds(), collect, received);
    }

    private boolean arrived(@Nullable Player player, Store store) throws InterruptedException {
        return (player == null || player.done())
                && quiet.now()
                && Balance.seen(lines, store).filter(b -> b.indexed() > 0).isPresent();
    }

    private String said(@Nullable Player player, @Nullable Store store) throws InterruptedException {
        String sent = player == null
                ? "all lines are there from an earlier run"
                : "%,d lines, %,d sent to sockets".formatted(lines, player.sent());
        String indexed = store == null
                ? "waiting for Elasticsearch"
                : "%,d indexed"
                        .formatted(
                                Balance.seen(lines, store).map(Balance::indexed).orElse(0L));
        return sent + "; " + quiet.read() + "; " + indexed;
    }

    private interface Question<T> {
        T ask() throws IOException, InterruptedException;
    }

    /** Gives up only when nothing has moved for minutes. Looking is not free, so it is done now and then. */
    private void await(Question<Boolean> done, Question<String> state) throws IOException, InterruptedException {
        String before = "";
        long moved = System.nanoTime();
        while (!done.ask()) {
            if (progress.due()) {
                String now = state.ask();
                moved = now.equals(before) ? moved : System.nanoTime();
                before = now;
                progress.say(now);
            }
            if (!pipeline.healthy() || System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new CommandFailed("the demo does not get on (" + before + "); " + directory.log() + " says why");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** What came out: chains as Elasticsearch has them, worst first. */
    record Finished(List<String> text, boolean balanced) {}

    private Finished finished(Store store) throws IOException {
        Balance balance = Balance.of(lines, store);
        List<Map<String, Object>> chains = store.chains().stream()
                .filter(c -> !Set.of("withdrawn", "merged").contains(String.valueOf(c.get("status"))))
                .toList();
        progress.say("done: %,d chains".formatted(chains.size()));
        return new Finished(text(chains, balance), balance.holds());
    }

    private List<String> text(List<Map<String, Object>> chains, Balance balance) {
        ChainText chain = new ChainText(scenario.zone());
        List<String> out = new ArrayList<>();
        chains.stream()
                .filter(c -> !"stopped".equals(c.get("status")))
                .sorted(Comparator.comparing(c -> String.valueOf(c.get("first"))))
                .forEach(c -> {
                    out.addAll(chain.lines(c));
                    out.add("");
                });
        long stopped =
                chains.stream().filter(c -> "stopped".equals(c.get("status"))).count();
        if (stopped > 0) {
            out.add("Refused attempts are folded into %,d more chains.".formatted(stopped));
            out.add("");
        }
        out.addAll(balance.text());
        return out;
    }

    /** Opens the page. */
    DemoPage open() throws IOException {
        return DemoPage.open(pipeline, servers.elasticsearch().url().toString());
    }

    /** Where people and programs can look further. */
    String addresses() {
        return "Elasticsearch: " + servers.elasticsearch().url() + "  Kafka: " + servers.bootstrapServers();
    }

    @Override
    public void close() {
        try (servers) {
            quiet.close();
            pipeline.close();
        }
    }
}
