package io.tadoru.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalServersIT {
    private static final Path ZIP = Distribution.find(Path.of(System.getProperty("tadoru.root")));

    @TempDir
    Path folder;

    @Test
    void startsBothForOneProgramAtATime() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        try (LocalServers servers = LocalServers.trial(data, ZIP)) {
            assertThat(Client.get(servers.elasticsearch().url(), "/_cluster/health"))
                    .contains("green");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
                assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            }
            assertThatThrownBy(() -> LocalServers.trial(data, ZIP))
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining("Another Tadoru uses the data directory " + data);
        }
        DataDirectory.take(data).close();
    }
}
