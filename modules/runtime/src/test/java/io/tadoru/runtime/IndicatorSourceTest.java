package io.tadoru.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorSourceTest {
    private static List<IndicatorSource> read(String text) {
        return Settings.load(null, Map.of(), Map.of("detection.indicators", text))
                .get(SettingList.DETECTION_INDICATORS);
    }

    @Test
    void aPlaceIsEnoughAndWhatElseIsSaidFollowsIt() {
        List<IndicatorSource> sources =
                read("lists/bad.txt, https://a.example/x;y=1?b ;name=CERT A; refresh=90s;confidence=60;format=stix");
        assertThat(sources.getFirst().path()).contains(Path.of("lists/bad.txt"));
        assertThat(sources.getFirst().url()).isEmpty();
        assertThat(sources.getFirst().refresh()).isEqualTo(Duration.ofHours(1));
        assertThat(sources.get(1))
                .isEqualTo(new IndicatorSource(
                        "https://a.example/x;y=1?b",
                        Optional.of("CERT A"),
                        Optional.of("stix"),
                        Optional.of(60),
                        Duration.ofSeconds(90)));
        assertThat(sources.get(1).url()).contains(URI.create("https://a.example/x;y=1?b"));
        assertThat(IndicatorSource.paths(sources)).containsExactly(Path.of("lists/bad.txt"));
    }

    @Test
    void aFileOfSettingsHasThemAsAList(@TempDir Path folder) throws Exception {
        Path yaml = Files.writeString(folder.resolve("t.yml"), """
                detection:
                  indicators:
                    - lists
                    - https://a.example/a,b;name=a
                """);
        assertThat(Settings.load(yaml, Map.of(), Map.of()).get(SettingList.DETECTION_INDICATORS))
                .extracting(IndicatorSource::place)
                .containsExactly("lists", "https://a.example/a,b");
    }

    @Test
    void whatCannotBeMeantStopsTheStart() {
        for (String wrong : List.of(
                "https://user:pass@a.example/",
                "a;format=xml",
                "a;confidence=101",
                "a;refresh=0s",
                "a;refresh=often",
                "a;name=|")) {
            assertThatThrownBy(() -> read(wrong)).as(wrong).isInstanceOf(SettingsException.class);
        }
    }
}
