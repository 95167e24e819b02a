package io.tadoru.store;

import io.tadoru.local.Distribution;
import io.tadoru.local.LocalElasticsearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The same Elasticsearch for more than one class: its start costs more than all that is asked of it. */
final class OneStore implements BeforeAllCallback {
    private static final Path ZIP = Distribution.find(Path.of(System.getProperty("tadoru.root")));

    @SuppressWarnings("NullAway.Init") // set before all tests
    static Store store;

    private record Running(LocalElasticsearch server, Store store, Path folder) implements AutoCloseable {
        static Running start() {
            try {
                Path folder = Files.createTempDirectory("tadoru-store");
                Files.setPosixFilePermissions(
                        folder, PosixFilePermissions.fromString("rwxr-xr-x")); // server's user enters
                LocalElasticsearch server = LocalElasticsearch.trial(folder.resolve("data"), ZIP);
                return new Running(server, Store.connect(server.url().toString()), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            store.close();
            server.close();
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(Running::delete);
            }
        }

        private static void delete(Path path) {
            try {
                Files.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** JUnit closes it after the last class. */
    @Override
    public void beforeAll(ExtensionContext context) {
        store = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneStore.class))
                .getOrComputeIfAbsent("running", key -> Running.start(), Running.class)
                .store();
    }
}
