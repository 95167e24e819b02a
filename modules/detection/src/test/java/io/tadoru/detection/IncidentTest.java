package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The incident's events of all layers: what is marked, as which stage, in which words. */
class IncidentTest {
    private static final Detector DETECTOR = new Detector(OwnRules.RULES);

    private static List<String> marks(String resource) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Event event : events(resource)) {
            DETECTOR.examine(event)
                    .forEach(m -> lines.add(m.stage().text() + " | " + m.rule().title() + " | " + m.summary()));
        }
        return lines;
    }

    private static List<Event> events(String resource) throws IOException {
        try (var in = IncidentTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(OwnRules::event)
                    .toList();
        }
    }

    @Test
    void theRichIncidentIsMarkedStepByStep() throws IOException {
        assertThat(marks("rich.ndjson")).containsExactlyElementsOf(expected("rich.expected.txt"));
    }

    @Test
    void thePoorIncidentIsMarkedToo() throws IOException {
        assertThat(marks("poor.ndjson")).containsExactlyElementsOf(expected("poor.expected.txt"));
    }

    private static List<String> expected(String resource) throws IOException {
        try (var in = IncidentTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
