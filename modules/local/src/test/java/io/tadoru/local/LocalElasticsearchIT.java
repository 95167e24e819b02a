package io.tadoru.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
}
