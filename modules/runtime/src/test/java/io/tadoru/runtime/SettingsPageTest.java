package io.tadoru.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("tadoru.root"), "docs", "settings.md");

    @Test
    void thePageIsWhatTheSettingsSay() throws IOException {
        if (Boolean.getBoolean("tadoru.update")) {
            Files.writeString(PAGE, SettingsPage.markdown());
        }
        assertThat(PAGE)
                .as("run this test with -Dtadoru.update=true to rewrite the page")
                .hasContent(SettingsPage.markdown());
    }

    @Test
    void everySettingHasASentenceAndADefaultThatIsAValue() {
        assertThat(SettingList.ALL).allSatisfy(setting -> {
            assertThat(setting.sentence()).endsWith(".");
            setting.byDefault()
                    .ifPresent(text -> assertThat(setting.read(text)).isInstanceOf(Setting.Read.Value.class));
        });
    }
}
