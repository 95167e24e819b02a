package io.tadoru.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tadoru.command.CommandFailed;
import io.tadoru.store.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kibana itself is not at hand where this is built: what is sent is compared with its documented import API. */
class KibanaTest {
    private record Request(String method, String uri, Headers headers, String body) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private int status = 200;
    private String answer = "{\"success\":true,\"successCount\":5,\"successResults\":[]}";

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private int load() throws InterruptedException {
        return Kibana.at(URI.create(url() + "/s/security/"), Optional.of(new Login("tadoru", "pass word")))
                .load(Panel.objects());
    }

    @Test
    void allObjectsGoInOneFileOverEarlierOnes() throws Exception {
        assertThat(load()).isEqualTo(5);

        Request request = requests.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).isEqualTo("/s/security/api/saved_objects/_import?overwrite=true");
        assertThat(request.headers().getFirst("kbn-xsrf")).isNotBlank();
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Basic dGFkb3J1OnBhc3Mgd29yZA==");
        assertThat(file(request)).isEqualTo(new String(Panel.objects().ndjson(), StandardCharsets.UTF_8));
    }

    /** The one part of the body, which must have the form that browsers send. */
    private static String file(Request request) {
        String type = request.headers().getFirst("Content-Type");
        String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tadoru.ndjson\""
                + "\r\nContent-Type: application/ndjson\r\n\r\n";
        String foot = "\r\n--" + boundary + "--\r\n";
        assertThat(type).startsWith("multipart/form-data; ");
        assertThat(request.body()).startsWith(head).endsWith(foot);
        return request.body().substring(head.length(), request.body().length() - foot.length());
    }

    @Test
    void withoutALoginNoneIsSent() throws Exception {
        Kibana.at(URI.create(url()), Optional.empty()).load(Panel.objects());

        assertThat(requests.get(0).headers().containsKey("Authorization")).isFalse();
        assertThat(requests.get(0).uri()).isEqualTo("/api/saved_objects/_import?overwrite=true");
    }

    @Test
    void whatKibanaDoesNotTakeIsNamed() {
        answer =
                "{\"success\":false,\"successCount\":4,\"errors\":[{\"id\":\"tadoru-chains\",\"type\":\"index-pattern\","
                        + "\"error\":{\"type\":\"unsupported_type\"}}]}";

        assertThatThrownBy(this::load)
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("index-pattern tadoru-chains: unsupported_type");
    }

    @Test
    void aRefusalSaysWhatToDo() {
        status = 401;
        assertThatThrownBy(this::load)
                .hasMessageContaining("elasticsearch.username")
                .hasMessageNotContaining("pass word");
        status = 503;
        assertThatThrownBy(this::load).hasMessageContaining("not ready yet");
    }

    @Test
    void whatSomethingElseAnswersIsToldWithoutItsControlCharacters() {
        answer = "<html>\u001b[31m" + "x".repeat(10_000);

        assertThatThrownBy(this::load)
                .hasMessageContaining("no Kibana: <html> [31mx")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void anAddressWithoutAServerOrWithAPasswordIsRefused() {
        server.stop(0);
        assertThatThrownBy(this::load).isInstanceOf(CommandFailed.class).hasMessageContaining("does not answer");
        assertThatThrownBy(() -> Kibana.at(URI.create("http://elastic:secret@localhost:5601"), Optional.empty()))
                .isInstanceOf(CommandFailed.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Kibana.at(URI.create("localhost:5601"), Optional.empty()))
                .isInstanceOf(CommandFailed.class);
    }
}
