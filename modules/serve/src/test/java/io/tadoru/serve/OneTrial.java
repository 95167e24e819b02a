package io.tadoru.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The same {@link Trial} for more than one class: a start of the servers costs more than all that is asked of them. */
final class OneTrial implements BeforeAllCallback {
    @SuppressWarnings("NullAway.Init") // set before all tests
    static Trial trial;

    private record Running(Trial trial, Path folder) implements AutoCloseable {
        static Running start() {
            try {
                Path folder = Files.createTempDirectory("tadoru-trial");
                return new Running(Trial.start(folder), folder);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            trial.close();
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
        trial = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneTrial.class))
                .getOrComputeIfAbsent("running", key -> Running.start(), Running.class)
                .trial();
    }
}
