package io.tadoru.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final Login LOGIN = new Login("tadoru", "$é:x");

    @Test
    void everyRequestCarriesTheLogin() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.elasticsearch+json;compatible-with=9");
            byte[] answer = "{\"count\":7,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0}}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try (Store store =
                Store.connect("http://localhost:" + server.getAddress().getPort(), LOGIN)) {
            assertThat(store.countEvents()).isEqualTo(7);
        } finally {
            server.stop(0);
        }
        assertThat(seen).containsExactly("Basic dGFkb3J1OiTDqTp4");
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(LOGIN).asString().isEqualTo("Login[tadoru]");
    }
}
