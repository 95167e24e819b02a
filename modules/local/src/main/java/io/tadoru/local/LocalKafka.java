package io.tadoru.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka in this very process, for one machine: broker and controller in one, reachable from this machine only. Its folder
 * survives {@code kill -9} and keeps its cluster id.
 */
public final class LocalKafka implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalKafka.class);

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final String clusterId;

    private LocalKafka(KafkaRaftServer server, int port, String clusterId) {
        this.server = server;
        this.bootstrapServers = Ports.HOST + ":" + port;
        this.clusterId = clusterId;
    }

    /**
     * Starts on what the folder holds, or on an empty one.
     *
     * @param dataDir the folder, made where needed
     * @param port 0 for the last one used there if it is free, else any that is free
     * @throws LocalException when it cannot start, with the reason
     */
    public static LocalKafka start(Path dataDir, int port) {
        Path folder = dataDir.toAbsolutePath().normalize();
        try {
            Path data = Files.createDirectories(folder.resolve("data"));
            int broker = Ports.remembered(folder.resolve("port"), port);
            Properties settings = LocalKafkaSettings.of(data, broker, Ports.free());
            String clusterId = format(data);
            return new LocalKafka(started(settings), broker, clusterId);
        } catch (IOException e) {
            throw new LocalException("Kafka cannot start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Made with the folder and kept with it. */
    public String clusterId() {
        return clusterId;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        LOG.info("Kafka on {} stopped", bootstrapServers);
    }

    private static KafkaRaftServer started(Properties settings) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new LocalException("Kafka did not start: " + e.getMessage(), e);
        }
        LOG.info("Kafka started on {}", settings.getProperty("advertised.listeners"));
        return server;
    }

    private static String format(Path data) throws IOException {
        Optional<String> known = clusterId(data.resolve("meta.properties"));
        if (known.isPresent()) {
            return known.get();
        }
        String clusterId = Uuid.randomUuid().toString();
        try {
            formatter(data, clusterId).run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new LocalException("Kafka's folder " + data + " cannot be formatted: " + e.getMessage(), e);
        }
        return clusterId;
    }

    private static Formatter formatter(Path data, String clusterId) {
        return new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(clusterId)
                .setNodeId(LocalKafkaSettings.NODE)
                .setControllerListenerName(LocalKafkaSettings.CONTROLLER)
                .setMetadataLogDirectory(data.toString())
                .addDirectory(data.toString())
                .setIgnoreFormatted(true)
                .setUnstableFeatureVersionsEnabled(false);
    }

    private static Optional<String> clusterId(Path meta) throws IOException {
        if (!Files.exists(meta)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(meta)) {
            properties.load(reader);
        }
        return Optional.ofNullable(properties.getProperty("cluster.id"));
    }
}
