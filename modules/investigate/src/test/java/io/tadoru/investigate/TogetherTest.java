package io.tadoru.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that tell one mail complete each other, whichever files they lie in, and each stays one event. */
class TogetherTest {
    private static final String LINE = "Feb 26 09:%02d:20 mx1 postfix/%s[1187]: %s: %s\n";

    @TempDir
    Path folder;

    private Case logs = new Case(Path.of(""));

    @BeforeEach
    void inAFolderOfItsOwn() {
        logs = new Case(folder);
    }

    private static String client(int minute, String queue) {
        return LINE.formatted(minute, "smtpd", queue, "client=mail.example.net[198.51.100.25]");
    }

    private static String from(int minute, String queue) {
        return LINE.formatted(minute, "qmgr", queue, "from=<accounts@example.net>, size=9, nrcpt=1 (queue active)");
    }

    private static String delivered(int minute, String queue) {
        String said = "to=<taro@example.co.jp>, relay=virtual, delay=1.9, dsn=2.0.0, status=sent (delivered)";
        return LINE.formatted(minute, "virtual", queue, said);
    }

    private List<Event> deliveries() throws IOException {
        return logs.events().stream()
                .map(line -> EventJson.decode(line.getBytes(StandardCharsets.UTF_8)))
                .filter(event -> event.text("event.action").equals(Optional.of("sent")))
                .toList();
    }

    @Test
    void aMailIsToldInTwoFiles() throws IOException {
        logs.file("maillog-20220226", client(40, "5B1F92A0C4") + from(41, "5B1F92A0C4"));
        logs.file("maillog-20220227", delivered(42, "5B1F92A0C4"));
        Findings findings = logs.run();

        assertThat(findings.inputs())
                .allSatisfy(row -> assertThat(Case.sum(row)).isEqualTo(row.get("lines")));
        assertThat(logs.events()).hasSize(3);
        assertThat(deliveries()).singleElement().satisfies(event -> {
            assertThat(event.text("email.from.address")).contains("accounts@example.net");
            assertThat(event.text("source.ip")).contains("198.51.100.25");
            assertThat(event.texts("tadoru.assembled"))
                    .containsExactlyInAnyOrder("email.from.address", "source.ip", "source.domain");
        });
        try (Stream<Path> left = Files.list(logs.out())) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".tmp"));
        }
    }

    @Test
    void manyMailsGiveTheSameBytesEachTime() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String queue = "%010X".formatted(0x5B1F920000L + i);
            lines.add(client(i % 50, queue));
            lines.add(delivered(i % 50 + 2, queue));
            lines.add(from(i % 50 + 1, queue));
        }
        logs.file("maillog", String.join("", lines));
        logs.run();
        byte[] first = Files.readAllBytes(logs.out().resolve("events.ndjson"));
        logs.run();

        assertThat(deliveries())
                .hasSize(2_000)
                .allSatisfy(event -> assertThat(event.has("source.ip")).isTrue());
        assertThat(logs.events()).hasSize(6_000);
        assertThat(Files.readAllBytes(logs.out().resolve("events.ndjson"))).isEqualTo(first);
    }

    @Test
    void whatLiesOutsideOfTheSpanTellsWhatIsWithin() throws IOException {
        logs.file("maillog-20220227", client(40, "5B1F92A0C4") + from(41, "5B1F92A0C4") + delivered(42, "5B1F92A0C4"));
        logs.run(logs.request().withSpan(new Span(Instant.parse("2022-02-26T00:42:00Z"), null)));

        assertThat(logs.events()).hasSize(1);
        assertThat(deliveries().getFirst().has("source.ip")).isTrue();
    }
}
