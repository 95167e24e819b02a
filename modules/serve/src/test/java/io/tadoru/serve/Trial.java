package io.tadoru.serve;

import io.tadoru.local.Distribution;
import io.tadoru.local.LocalServers;
import io.tadoru.runtime.Settings;
import io.tadoru.runtime.TopicPlan;
import io.tadoru.runtime.TopicSetup;
import io.tadoru.serve.access.AccessRole;
import io.tadoru.serve.access.Token;
import io.tadoru.store.AccessStore;
import io.tadoru.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A real Kafka, a real Elasticsearch, and {@code serve} before them. */
final class Trial implements AutoCloseable {
    private static final Path ZIP = Distribution.find(Path.of(System.getProperty("tadoru.root")));

    final LocalServers servers;
    final Store store;
    final ServeStep serve;

    private Trial(LocalServers servers, Store store, ServeStep serve) {
        this.servers = servers;
        this.store = store;
        this.serve = serve;
    }

    static Trial start(Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x")); // the server's user enters
        LocalServers servers = LocalServers.trial(folder.resolve("data"), ZIP);
        Map<String, Object> kafka = Map.of("bootstrap.servers", servers.bootstrapServers());
        try (Admin admin = Admin.create(kafka)) {
            TopicSetup.ensure(admin, TopicPlan.of(Settings.defaults()));
        }
        Store store = Store.connect(servers.elasticsearch().url().toString());
        store.setup();
        ServeStep serve = ServeStep.start(new ServeSettings("127.0.0.1", 0, List.of()), kafka, store);
        return new Trial(servers, store, serve);
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", servers.bootstrapServers());
    }

    Client client(String token) {
        return new Client(serve.port(), token);
    }

    Client reader() throws Exception {
        return client(token("reader", AccessRole.READER, Duration.ofHours(1)).text());
    }

    Client analyst() throws Exception {
        return client(token("Hanako", AccessRole.ANALYST, Duration.ofHours(1)).text());
    }

    Token token(String name, AccessRole role, Duration valid) throws Exception {
        Token token = Token.random(new SecureRandom());
        Instant now = Instant.now();
        new AccessStore(store).add(token.access(name, role, now, now.plus(valid)));
        return token;
    }

    @Override
    public void close() {
        serve.close();
        store.close();
        servers.close();
    }
}
