package io.tadoru.local;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Kafka and Elasticsearch of one data directory, started and stopped together. Kafka is there in seconds, Elasticsearch takes
 * longer: lines can be taken in meanwhile.
 */
public final class LocalServers implements AutoCloseable {
    private final DataDirectory directory;
    private final LocalKafka kafka;
    private final CompletableFuture<LocalElasticsearch> elasticsearch;

    private LocalServers(
            DataDirectory directory, LocalKafka kafka, CompletableFuture<LocalElasticsearch> elasticsearch) {
        this.directory = directory;
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
    }

    /** Starts both for a trial of a minute or two. */
    public static LocalServers trial(Path dataDir, Path distributionZip) {
        return start(dataDir, folder -> LocalElasticsearch.trial(folder, distributionZip));
    }

    /**
     * Starts both at the same time and returns when Kafka answers.
     *
     * @throws LocalException when Kafka does not start, or another program has the directory; nothing is left running then
     */
    public static LocalServers start(Path dataDir, Path distributionZip, int heapMb) {
        return start(dataDir, folder -> LocalElasticsearch.start(folder, distributionZip, heapMb));
    }

    private static LocalServers start(Path dataDir, Function<Path, LocalElasticsearch> elasticsearch) {
        DataDirectory directory = DataDirectory.take(dataDir);
        try {
            return start(directory, elasticsearch);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static LocalServers start(DataDirectory directory, Function<Path, LocalElasticsearch> start) {
        var elasticsearch = CompletableFuture.supplyAsync(
                () -> start.apply(directory.path().resolve("elasticsearch")), Thread::startVirtualThread);
        try {
            return new LocalServers(directory, LocalKafka.start(directory.path().resolve("kafka"), 0), elasticsearch);
        } catch (RuntimeException e) {
            closeWhenStarted(elasticsearch);
            throw e;
        }
    }

    private static void closeWhenStarted(CompletableFuture<LocalElasticsearch> elasticsearch) {
        try {
            elasticsearch.join().close();
        } catch (CompletionException e) {
            // it did not start: nothing to close, and who asked for it was told why
        }
    }

    /** What Kafka's clients connect to. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The Kafka within. */
    public LocalKafka kafka() {
        return kafka;
    }

    /**
     * The Elasticsearch beside, as soon as it answers.
     *
     * @throws LocalException when it does not start, with the reason
     */
    public LocalElasticsearch elasticsearch() {
        try {
            return elasticsearch.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalException reason ? reason : e;
        }
    }

    @Override
    public void close() {
        var stopped = CompletableFuture.runAsync(() -> closeWhenStarted(elasticsearch), Thread::startVirtualThread);
        try (directory) {
            kafka.close();
            stopped.join();
        }
    }
}
