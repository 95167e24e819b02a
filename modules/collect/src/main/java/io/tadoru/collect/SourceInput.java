package io.tadoru.collect;

import java.nio.file.Path;

/**
 * A configured source as this step sees it.
 *
 * @param name of the source, unique
 * @param connector id of the connector that reads its records
 */
public record SourceInput(String name, String connector, Input input) {
    /** How its records arrive. */
    public sealed interface Input {}

    /** A TCP port of its own; 0 for a free one. */
    public record SyslogTcp(String host, int port) implements Input {}

    /** A UDP port of its own; 0 for a free one. */
    public record SyslogUdp(String host, int port) implements Input {}

    /** {@code POST /ingest/<name>} on the step's HTTP port. */
    public record Http() implements Input {}

    /** A file, read to its end once or followed through rotation. */
    public record File(Path path, boolean follow) implements Input {}

    Origin origin(String peer) {
        return new Origin(name, connector, peer);
    }
}
