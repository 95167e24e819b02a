package io.tadoru.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchSettingsTest {
    @TempDir
    Path folder;

    @Test
    void whatAKilledStartLeftDoesNotStopTheNext() throws IOException {
        Path config = Files.createDirectories(folder.resolve("home/config"));
        Path left = Files.writeString(config.resolve("elasticsearch.keystore.tmp"), "half");
        ElasticsearchSettings.write(folder, folder.resolve("home"), 9200, 9300);
        assertThat(left).doesNotExist();
        assertThat(config.resolve("elasticsearch.yml")).content().contains("http.port: 9200");
    }
}
