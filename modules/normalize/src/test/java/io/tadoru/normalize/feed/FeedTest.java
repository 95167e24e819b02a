package io.tadoru.normalize.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Indicator;
import io.tadoru.detection.indicator.IndicatorFiles;
import io.tadoru.runtime.IndicatorSource;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server on loopback. */
class FeedTest {
    private static final Instant NOW = Instant.parse("2022-02-26T01:00:00Z");
    private static final String EVENT = """
            {"Event": {"info": "x", "Attribute": [{"type": "domain", "value": "%s", "to_ids": true}]}}
            """;
    private static final String ONE = "5f0c3b1a-0000-4000-8000-000000000001";
    private static final String TWO = "5f0c3b1a-0000-4000-8000-000000000002";

    @TempDir
    Path state;

    private ListServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ListServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static IndicatorSource source(String text) {
        Settings settings = Settings.load(null, Map.of(), Map.of("detection.indicators", text));
        return settings.get(SettingList.DETECTION_INDICATORS).getFirst();
    }

    private Feed feed(IndicatorSource source) {
        return feed(source, 10_000, Duration.ofSeconds(10));
    }

    private Feed feed(IndicatorSource source, long mostBytes, Duration patience) {
        return Feed.of(source, state, new Download(mostBytes, patience)).orElseThrow();
    }

    private List<String> values(IndicatorSource source) {
        return FeedCopy.of(source, state)
                .map(path -> IndicatorFiles.load(path, FeedCopy.options(source)).indicators())
                .orElse(List.of())
                .stream()
                .map(Indicator::value)
                .toList();
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        server.pages.put("/bad.txt", "one.example\n");
        IndicatorSource source = source(server.url("/bad.txt") + ";refresh=10m");
        Feed feed = feed(source);
        assertThat(feed.isDue(NOW)).isTrue();
        feed.fetch(NOW);
        assertThat(values(source)).containsExactly("one.example");
        assertThat(feed.isDue(NOW.plusSeconds(599))).isFalse();
        assertThat(feed.isDue(NOW.plusSeconds(600))).isTrue();

        feed(source).fetch(NOW); // another process, later
        server.pages.put("/bad.txt", "two.example\n");
        feed(source).fetch(NOW);
        assertThat(values(source)).containsExactly("two.example");
        assertThat(server.answers).containsExactly("/bad.txt 200", "/bad.txt 304", "/bad.txt 200");
    }

    @Test
    void theLastGoodCopyIsUsedWhileTheServerIsAwayOrOutOfItsMind() {
        server.pages.put("/bad.txt", "one.example\n");
        IndicatorSource source = source(server.url("/bad.txt"));
        Feed feed = feed(source);
        feed.fetch(NOW);
        for (String page : List.of("<html>sorry</html>", "sorry, not today\n", "a.example\n".repeat(2_000))) {
            server.pages.put("/bad.txt", page);
            feed.fetch(NOW);
            assertThat(feed.fault()).isPresent();
            assertThat(values(source)).containsExactly("one.example");
        }
        server.pages.clear();
        feed.fetch(NOW);
        assertThat(feed.fault()).contains("127.0.0.1: 127.0.0.1 answers 404");
        server.close();
        feed.fetch(NOW);
        assertThat(feed.fault()).isPresent();
        assertThat(values(source)).containsExactly("one.example");
    }

    @Test
    void afterEachFailureItWaitsTwiceAsLongButNeverLongerThanOtherwise() {
        IndicatorSource source = source(server.url("/nothing") + ";refresh=30s");
        Feed feed = feed(source);
        for (long pause : List.of(5, 10, 20, 30, 30)) {
            feed.fetch(NOW);
            assertThat(feed.isDue(NOW.plusSeconds(pause - 1))).isFalse();
            assertThat(feed.isDue(NOW.plusSeconds(pause))).isTrue();
        }
        assertThat(values(source)).isEmpty();
    }

    @Test
    void aServerThatNeverEndsIsCutShort() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> beginAndStop(mute));
            IndicatorSource source = source("http://127.0.0.1:" + mute.getLocalPort() + "/bad.txt");
            Feed feed = feed(source, 10_000, Duration.ofMillis(300));
            feed.fetch(NOW);
            assertThat(feed.fault()).isPresent();
            assertThat(values(source)).isEmpty();
        }
    }

    private static void beginAndStop(ServerSocket mute) {
        try {
            mute.accept()
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\none.example\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void ofAMispFeedOnlyChangedEventsAreFetchedAndGoneOnesForgotten() {
        server.pages.put("/feed/manifest.json", manifest(1, 1));
        server.pages.put("/feed/" + ONE + ".json", EVENT.formatted("one.example"));
        server.pages.put("/feed/" + TWO + ".json", EVENT.formatted("two.example"));
        IndicatorSource source = source(server.url("/feed/") + ";format=misp;name=cert;confidence=30");
        Feed feed = feed(source);
        feed.fetch(NOW);
        assertThat(feed.fault()).isEmpty();
        assertThat(values(source)).containsExactly("one.example", "two.example");
        server.answers.clear();

        server.pages.put("/feed/manifest.json", manifest(1, 2));
        server.pages.put("/feed/" + TWO + ".json", EVENT.formatted("three.example"));
        feed.fetch(NOW);
        assertThat(server.answers).containsExactly("/feed/manifest.json 200", "/feed/" + TWO + ".json 200");
        assertThat(values(source)).containsExactly("one.example", "three.example");

        server.pages.put("/feed/manifest.json", "{\"" + TWO + "\": {\"timestamp\": \"2\"}}");
        feed.fetch(NOW);
        assertThat(values(source)).containsExactly("three.example");
        assertThat(state.resolve("indicators")).isDirectoryRecursivelyContaining("glob:**" + TWO + ".json");
        assertThat(state.resolve("indicators")).isDirectoryNotContaining("glob:**" + ONE + ".json");
    }

    private static String manifest(int one, int two) {
        return """
                {"%s": {"info": "a", "timestamp": "%d"}, "%s": {"info": "b", "timestamp": "%d"}}
                """.formatted(ONE, one, TWO, two);
    }
}
