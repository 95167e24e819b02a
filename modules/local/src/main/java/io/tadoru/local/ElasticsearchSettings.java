package io.tadoru.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code elasticsearch.yml} of one node on one machine, written anew at each start. */
final class ElasticsearchSettings {
    private static final int PROCESSORS = 4;

    private ElasticsearchSettings() {}

    /** Also makes the folders that it names. */
    static void write(Path folder, Path home, int port, int transportPort) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("tmp"));
        Files.createDirectories(home.resolve("logs")); // the JVM's own log goes there
        Files.createDirectories(home.resolve("plugins"));
        // a run that was killed while it made its keystore leaves this, and the next would refuse to write it
        Files.deleteIfExists(home.resolve("config/elasticsearch.keystore.tmp"));
        Files.writeString(home.resolve("config/elasticsearch.yml"), text(data, logs, port, transportPort));
    }

    private static String text(Path data, Path logs, int port, int transportPort) {
        return """
                cluster.name: tadoru
                node.name: local
                discovery.type: single-node
                network.host: %s
                http.port: %d
                transport.port: %d
                path.data: %s
                path.logs: %s
                xpack.security.enabled: false
                cluster.routing.allocation.disk.threshold_enabled: false
                # thread pools follow it: the machine is shared
                node.processors: %d
                """.formatted(Ports.HOST, port, transportPort, quoted(data), quoted(logs), processors());
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private static int processors() {
        return Math.min(PROCESSORS, Runtime.getRuntime().availableProcessors());
    }
}
