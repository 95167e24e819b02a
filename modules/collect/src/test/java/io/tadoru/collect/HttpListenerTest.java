package io.tadoru.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpListenerTest {
    private static final int MOST = 1024 * 1024;

    @TempDir
    Path folder;

    private final Kept kept = new Kept();
    private CollectStep step;

    @BeforeEach
    void start() {
        step = CollectStep.start(
                CollectSettings.of(folder)
                        .withMaxBodyBytes(MOST)
                        .withPatience(Duration.ofSeconds(2), Duration.ofSeconds(1)),
                List.of(new SourceInput("sysmon", "sysmon", new SourceInput.Http())),
                kept);
    }

    @AfterEach
    void stop() {
        step.close();
    }

    @Test
    void takesALineAsARecord() throws Exception {
        var response = post("sysmon", "{\"a\":1}\n\n{\"a\":2}\r\nplain".getBytes(UTF_8), "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"accepted\":3", "\"rejected\":0");
        assertThat(kept.texts()).containsExactly("{\"a\":1}", "{\"a\":2}", "plain");
        assertThat(kept.sent.getFirst().origin()).isEqualTo(new Origin("sysmon", "sysmon", "127.0.0.1"));
    }

    @Test
    void countsALineThatIsTooLongAsRejected() throws Exception {
        var response = post("sysmon", ("x".repeat(Limits.LINE_BYTES + 1) + "\ny\n").getBytes(UTF_8), "");
        assertThat(response.body()).contains("\"accepted\":1", "\"rejected\":1");
        assertThat(kept.rejected).hasSize(1);
    }

    @Test
    void unpacksGzip() throws Exception {
        var response = post("sysmon", gzip("one\ntwo\n".getBytes(UTF_8)), "gzip");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(kept.texts()).containsExactly("one", "two");
    }

    @Test
    void refusesABodyThatUnpacksToTooMuch() throws Exception {
        byte[] bomb = gzip(new byte[MOST + 1]);
        assertThat(bomb.length).isLessThan(MOST / 100);
        assertThat(post("sysmon", bomb, "gzip").statusCode()).isEqualTo(413);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        var response = post("sysmon", new byte[MOST + 1], "");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("exceeds " + MOST);
    }

    @Test
    void refusesWhatIsNoGzip() throws Exception {
        assertThat(post("sysmon", "plain".getBytes(UTF_8), "gzip").statusCode()).isEqualTo(400);
    }

    @Test
    void knowsItsSourcesOnly() throws Exception {
        var response = post("other", "x".getBytes(UTF_8), "");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("no source of this name");
    }

    @Test
    void saysWhenKafkaDoesNotTakeIt() throws Exception {
        kept.refusal = new RawSender.Busy(new IllegalStateException("full"));
        assertThat(post("sysmon", "x".getBytes(UTF_8), "").statusCode()).isEqualTo(503);
        assertThat(step.counters().failed()).isOne();
    }

    private HttpResponse<String> post(String source, byte[] body, String encoding) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + step.port("sysmon") + "/ingest/" + source))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!encoding.isEmpty()) {
            request.header("Content-Encoding", encoding);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
