package io.tadoru.demo;

import io.tadoru.pipeline.Pipeline;
import io.tadoru.runtime.SettingList;
import io.tadoru.serve.access.AccessRole;
import io.tadoru.serve.access.Token;
import io.tadoru.store.AccessStore;
import io.tadoru.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The demo's page: whoever has its address is let in as an analyst. */
record DemoPage(String url, String token) {
    private static final Duration VALID = Duration.ofDays(1);

    /** Serves what this Elasticsearch has. */
    static DemoPage open(Pipeline pipeline, String elasticsearch) throws IOException {
        int port = pipeline.serve(elasticsearch).port();
        Token token = Token.random(new SecureRandom());
        try (Store store = Store.connect(elasticsearch)) {
            Instant now = Instant.now();
            new AccessStore(store).add(token.access("demo", AccessRole.ANALYST, now, now.plus(VALID)));
        }
        return new DemoPage("http://127.0.0.1:" + port, token.text());
    }

    /** The port that was asked for where nobody has it, else 0 for a free one: the address is printed anyway. */
    static int port(int wanted) {
        try (ServerSocket probe = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return wanted == 0 ? 0 : probe.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }

    List<String> text() {
        return List.of(
                "Page: " + url + "/#token=" + token,
                "For commands such as `tadoru chains` in another window: export %s=%s %s=%s"
                        .formatted(SettingList.API_URL.variable(), url, SettingList.API_TOKEN.variable(), token));
    }
}
