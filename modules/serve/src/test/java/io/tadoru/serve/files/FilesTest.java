package io.tadoru.serve.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../api/openapi.yaml",
                "a/../b.js",
                "/etc/passwd",
                "a//b.js",
                ".hidden.js",
                "a/.b.js",
                "a\\b.js",
                "a.class",
                "a.js\u0000",
                ""
            })
    void aPathThatLeadsElsewhereFindsNothing(String path) {
        assertThat(ClassPathFile.find("/io/tadoru/serve/page/", path)).isEmpty();
        assertThat(WebJars.find("lit/" + path)).isEmpty();
    }

    @Test
    void onlyLitAndD3AreServedWithOrWithoutTheirVersion() {
        assertThat(WebJars.find("lit/index.js")).isPresent();
        assertThat(WebJars.find("lit/3.3.1/index.js")).isPresent();
        assertThat(WebJars.find("d3-array/src/index.js")).isPresent();
        assertThat(WebJars.find("commander/index.js")).isEmpty();
    }

    @Test
    void theImportMapIsAllowedByItsHash() {
        assertThat(PageFiles.hashes("<script type=\"importmap\">{}</script><script>alert(1)</script>"))
                .isEqualTo(" 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='");
    }
}
