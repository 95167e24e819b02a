package io.tadoru.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalElasticsearchIT {
    private static final Path ZIP = Distribution.find(Path.of(System.getProperty("tadoru.root")));
    private static final int HEAP_MB = 512;

    @TempDir
    Path folder;

    @BeforeEach
    void letNobodyIn() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void keepsDocumentsFromOneStartToTheNext() throws Exception {
        Path data = folder.resolve("o'clock data"); // a path that quoting could break
        try (LocalElasticsearch server = LocalElasticsearch.start(data, ZIP, HEAP_MB)) {
            Client.put(server.url(), "/things/_doc/1?refresh=true", "{\"name\":\"first\"}");
            assertThat(Client.get(server.url(), "/things/_search")).contains("first");
        }
        assertThat(data.resolve("elasticsearch.pid")).doesNotExist();
        try (LocalElasticsearch server = LocalElasticsearch.trial(data, ZIP)) {
            assertThat(Client.get(server.url(), "/things/_search")).contains("first");
        }
    }

    @Test
    void endsWithAKilledProgramAndStartsAgain() throws Exception {
        Path said = folder.resolve("said");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.resolve("data").toString(),
                        ZIP.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.readString(said).contains("\n"));
        URI url = URI.create(Files.readString(said).strip());
        Client.put(url, "/things/_doc/1", "{\"name\":\"first\"}");
        program.destroyForcibly().waitFor();
        try (LocalElasticsearch server = LocalElasticsearch.trial(folder.resolve("data"), ZIP)) {
            assertThat(Client.get(server.url(), "/things/_doc/1")).contains("first");
        }
    }

    @Test
    void tellsTheLastWordsOfOneThatEnds() {
        assertThatThrownBy(() -> LocalElasticsearch.start(folder.resolve("data"), ZIP, 1))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("last words")
                .hasMessageContaining("heap");
    }

    @Test
    void saysWhichFolderTheServersUserMayNotEnter() throws Exception {
        Assumptions.assumeTrue(ServerUser.current() == ServerUser.NOBODY, "runs as root only");
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertThatThrownBy(() -> LocalElasticsearch.trial(closed.resolve("data"), ZIP))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("may not enter " + closed)
                .hasMessageContaining("chmod o+x " + closed);
    }

    /** A program to be killed. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws InterruptedException {
            List<String> names = List.of(arguments);
            var server = LocalElasticsearch.trial(Path.of(names.getFirst()), Path.of(names.getLast()));
            System.out.println(server.url());
            Thread.currentThread().join();
        }
    }
}
