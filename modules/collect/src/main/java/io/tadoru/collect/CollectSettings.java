package io.tadoru.collect;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The bounds and places of the step.
 *
 * @param httpHost where HTTP listens
 * @param httpPort 0 for a free one
 * @param maxBodyBytes the largest body, after decompression
 * @param maxConnections per syslog TCP port; one more is closed and counted
 * @param idle after which a silent TCP connection is closed
 * @param answer how long an HTTP sender waits for Kafka before it is told 503
 * @param checkpoints folder that remembers how far followed files have been read
 */
public record CollectSettings(
        String httpHost,
        int httpPort,
        long maxBodyBytes,
        int maxConnections,
        Duration idle,
        Duration answer,
        Path checkpoints) {
    private static final long BODY_BYTES = 64L * 1024 * 1024;
    private static final int CONNECTIONS = 256;

    /** The defaults: loopback, a free port, 64 MB, 256 connections, 10 minutes, 30 seconds. */
    public static CollectSettings of(Path checkpoints) {
        return new CollectSettings(
                "127.0.0.1", 0, BODY_BYTES, CONNECTIONS, Duration.ofMinutes(10), Duration.ofSeconds(30), checkpoints);
    }

    /** With HTTP elsewhere. */
    public CollectSettings withHttp(String host, int port) {
        return new CollectSettings(host, port, maxBodyBytes, maxConnections, idle, answer, checkpoints);
    }

    /** With another limit for bodies. */
    public CollectSettings withMaxBodyBytes(long bytes) {
        return new CollectSettings(httpHost, httpPort, bytes, maxConnections, idle, answer, checkpoints);
    }

    /** With another limit for connections. */
    public CollectSettings withMaxConnections(int connections) {
        return new CollectSettings(httpHost, httpPort, maxBodyBytes, connections, idle, answer, checkpoints);
    }

    /** With other patience: with silent connections, and with Kafka while an HTTP sender waits. */
    public CollectSettings withPatience(Duration silent, Duration kafka) {
        return new CollectSettings(httpHost, httpPort, maxBodyBytes, maxConnections, silent, kafka, checkpoints);
    }
}
