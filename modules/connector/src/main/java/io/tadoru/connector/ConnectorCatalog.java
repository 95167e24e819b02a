package io.tadoru.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All connectors of an installation, compiled: what turns a source's connector id into one that reads. */
public final class ConnectorCatalog {
    private static final int DEPTH = 4;

    private final Map<String, Connector> connectors;

    private ConnectorCatalog(Map<String, Connector> connectors) {
        this.connectors = connectors;
    }

    /**
     * Compiles every {@code connector.yml} below the folder.
     *
     * @throws ConnectorException at the first mistake
     */
    public static ConnectorCatalog load(Path folder) {
        Map<String, Connector> connectors = new TreeMap<>();
        for (Path file : files(folder)) {
            Connector connector = Connector.load(file);
            if (connectors.put(connector.id(), connector) != null) {
                throw new ConnectorException(file, 0, "a second " + connector.id(), "each connector's name once", "");
            }
        }
        return new ConnectorCatalog(connectors);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.find(folder.toRealPath(), DEPTH, (path, a) -> path.endsWith("connector.yml"))) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new ConnectorException(folder, 0, "no readable folder (" + e.getMessage() + ")", "connectors", "");
        }
    }

    /** The connector of that id. */
    public Optional<Connector> find(String id) {
        return Optional.ofNullable(connectors.get(id));
    }

    /** The id that somebody probably meant; empty when none is near. */
    public Optional<String> nearest(String typed) {
        return Optional.of(Nearest.to(typed, connectors.keySet())).filter(id -> !id.isEmpty());
    }

    /** All of them, by id. */
    public List<Connector> all() {
        return List.copyOf(connectors.values());
    }

    /** Which connector reads a file that starts so; empty when none reads any of it. */
    public Optional<Recognition> recognise(List<String> firstLines) {
        return new Recogniser(all()).recognise(firstLines);
    }
}
