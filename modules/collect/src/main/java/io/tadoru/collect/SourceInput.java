package io.tadoru.collect;

import io.tadoru.connector.Framer;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A configured source as this step sees it.
 *
 * @param name of the source, unique
 * @param connector id of the connector that reads its records
 * @param framers make records of the lines of a file or a body, as the connector frames them
 */
public record SourceInput(String name, String connector, Input input, Supplier<Framer> framers) {
    /** A source each of whose lines is a record by itself. */
    public SourceInput(String name, String connector, Input input) {
        this(name, connector, input, Framer::lines);
    }

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
