package io.tadoru.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Detector;
import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.runtime.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings name is what a line meets. */
class DetectionTest {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final Event CONTACT = Event.of(Map.of(
            Fields.EVENT_ID,
            "1",
            Fields.TIMESTAMP,
            "2022-02-26T01:03:40Z",
            Fields.LAYER,
            "firewall",
            "source.ip",
            "10.20.30.142",
            "destination.ip",
            "198.51.100.99"));

    @TempDir
    Path work;

    @Test
    void indicatorsOfTheSettingsMarkInTheStream() throws IOException {
        Path bad = Files.writeString(work.resolve("bad.txt"), "198.51.100.99\n");

        assertThat(detector(Map.of()).examine(CONTACT)).isEmpty();
        assertThat(detector(Map.of("detection.indicators", bad.toString())).examine(CONTACT))
                .anyMatch(mark -> mark.rule().id().startsWith("indicator:"));
    }

    private static Detector detector(Map<String, String> more) {
        Map<String, String> set = new HashMap<>(more);
        set.put("connectors.directory", ROOT.resolve("connectors").toString());
        set.put("rules.directory", ROOT.resolve("rules").toString());
        return Detection.load(Settings.load(null, Map.of(), set), List.of()).detector();
    }
}
