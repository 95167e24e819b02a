package io.tadoru.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All connectors of an installation: what turns a source's connector id into one that reads. */
public final class ConnectorCatalog implements Others {
    private static final int DEPTH = 4;

    private final Map<String, Path> files;
    private final Map<String, Connector> compiled = new ConcurrentHashMap<>();

    private ConnectorCatalog(Map<String, Path> files) {
        this.files = files;
    }

    /**
     * Compiles every {@code connector.yml} below the folder.
     *
     * @throws ConnectorException at the first mistake
     */
    public static ConnectorCatalog load(Path folder) {
        ConnectorCatalog catalog = lazy(folder);
        catalog.files.keySet().parallelStream().forEach(catalog::connector);
        return catalog;
    }

    /** Compiles a connector when it is asked for; the mistakes of one that nobody asks for are not found. */
    public static ConnectorCatalog lazy(Path folder) {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : files(folder)) {
            String id = file.getName(file.getNameCount() - 2).toString();
            if (files.put(id, file) != null) {
                throw new ConnectorException(file, 0, "a second " + id, "each connector's name once", "");
            }
        }
        return new ConnectorCatalog(files);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.find(folder.toRealPath(), DEPTH, (path, a) -> path.endsWith("connector.yml"))) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new ConnectorException(folder, 0, "no readable folder (" + e.getMessage() + ")", "connectors", "");
        }
    }

    private Connector connector(String id) {
        Path file = files.get(id);
        if (file == null) {
            throw new IllegalArgumentException("no connector " + id);
        }
        return compiled.computeIfAbsent(id, i -> Connector.load(file, this));
    }

    /** The connector of that id. */
    @Override
    public Optional<Connector> find(String id) {
        return has(id) ? Optional.of(connector(id)) : Optional.empty();
    }

    @Override
    public boolean has(String id) {
        return files.containsKey(id);
    }

    /** The folder of each connector, with its samples, by id. */
    public Map<String, Path> folders() {
        Map<String, Path> folders = new TreeMap<>();
        files.forEach((id, file) -> folders.put(id, Objects.requireNonNull(file.getParent())));
        return folders;
    }

    @Override
    public List<String> ids() {
        return List.copyOf(files.keySet());
    }

    /** The id that somebody probably meant; empty when none is near. */
    public Optional<String> nearest(String typed) {
        return Optional.of(Nearest.to(typed, files.keySet())).filter(id -> !id.isEmpty());
    }

    /** All of them, by id. */
    public List<Connector> all() {
        return files.keySet().stream().map(this::connector).toList();
    }

    @Override
    public List<Connector> knowing(String line) {
        return all().stream()
                .filter(c -> !c.readsAnyKind() && c.plan().detects(line))
                .toList();
    }

    /** The connector that reads the records of files of this format. */
    public Optional<Connector> of(RecordFormat format) {
        return all().stream()
                .filter(c -> c.format().equals(Optional.of(format.name())))
                .findFirst();
    }

    /** Which connector reads a file that starts so; empty when none reads any of it. */
    public Optional<Recognition> recognise(List<String> firstLines) {
        return new Recogniser(all()).recognise(firstLines);
    }
}
