package io.tadoru.local;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Kafka and Elasticsearch of one data directory, started and stopped together. */
public final class LocalServers implements AutoCloseable {
    private static final int HEAP_MB = 512;

    private final DataDirectory directory;
    private final LocalKafka kafka;
    private final LocalElasticsearch elasticsearch;

    private LocalServers(DataDirectory directory, LocalKafka kafka, LocalElasticsearch elasticsearch) {
        this.directory = directory;
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
    }

    /** Starts both with a heap of 512 MB for Elasticsearch. */
    public static LocalServers start(Path dataDir, Path distributionZip) {
        return start(dataDir, distributionZip, HEAP_MB);
    }

    /**
     * Starts both at the same time and returns when both answer.
     *
     * @throws LocalException when one does not start, or another program has the directory; nothing is left running then
     */
    public static LocalServers start(Path dataDir, Path distributionZip, int heapMb) {
        DataDirectory directory = DataDirectory.take(dataDir);
        try {
            return start(directory, distributionZip, heapMb);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static LocalServers start(DataDirectory directory, Path zip, int heapMb) {
        var elasticsearch = CompletableFuture.supplyAsync(
                () -> LocalElasticsearch.start(directory.path().resolve("elasticsearch"), zip, heapMb),
                Thread::startVirtualThread);
        LocalKafka kafka;
        try {
            kafka = LocalKafka.start(directory.path().resolve("kafka"), 0);
        } catch (RuntimeException e) {
            closeWhenStarted(elasticsearch);
            throw e;
        }
        try {
            return new LocalServers(directory, kafka, elasticsearch.join());
        } catch (CompletionException e) {
            kafka.close();
            throw e.getCause() instanceof LocalException reason ? reason : e;
        }
    }

    private static void closeWhenStarted(CompletableFuture<LocalElasticsearch> elasticsearch) {
        try {
            elasticsearch.join().close();
        } catch (CompletionException e) {
            // neither started: Kafka's reason is told
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

    /** The Elasticsearch beside. */
    public LocalElasticsearch elasticsearch() {
        return elasticsearch;
    }

    @Override
    public void close() {
        var stopped = CompletableFuture.runAsync(elasticsearch::close, Thread::startVirtualThread);
        try (directory) {
            kafka.close();
            stopped.join();
        }
    }
}
