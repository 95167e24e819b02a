package io.tadoru.serve.notify;

import static io.tadoru.serve.notify.Revisions.chain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.tadoru.event.Json;
import io.tadoru.local.LocalKafka;
import io.tadoru.runtime.Settings;
import io.tadoru.runtime.TopicPlan;
import io.tadoru.runtime.TopicSetup;
import io.tadoru.runtime.Topics;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a genuine Kafka, with a genuine SMTP receiver and a genuine HTTP receiver. */
class NotifierIT {
    private static final List<String> TO = List.of("first@example.co.jp", "second@example.co.jp");
    private static final Duration BRIEFLY = Duration.ofMillis(300);

    @TempDir
    static Path folder;

    private static LocalKafka kafka;
    private static KafkaProducer<byte[], byte[]> producer;
    private static final AtomicInteger CHAINS = new AtomicInteger();

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Hook hook = new Hook();
    private final Map<String, Object> chain = new HashMap<>(chain("active"));

    @BeforeAll
    static void start() throws InterruptedException {
        kafka = LocalKafka.start(folder, 0);
        try (Admin admin = Admin.create(kafka())) {
            TopicSetup.ensure(admin, TopicPlan.of(Settings.defaults()));
        }
        producer = new KafkaProducer<>(kafka(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        kafka.close();
    }

    @BeforeEach
    void receive() {
        mail.start();
        anotherChain();
    }

    @AfterEach
    void leave() {
        mail.stop();
        hook.close();
    }

    @Test
    void aChainIsToldOnceByMailAndOnceByWebhook() throws Exception {
        try (Notifier notifier = notifier(Duration.ofMinutes(30), mailCourier(), hook.courier())) {
            say(Map.of());
            say(Map.of("lines", 7));
            await().atMost(Duration.ofSeconds(60)).until(() -> received("first").size() == 1);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> hook.ofChain(chain).size() == 1);
            say(Map.of("status", "quarantined", "lines", 9));
            awaitHeard("quarantined");
            assertThat(notifier.healthy()).isTrue();
            MimeMessage message = received("first").getFirst();
            assertThat(message.getSubject()).contains("PC-0142", "taro", "active");
            assertThat((String) message.getContent()).contains("isolate PC-0142", "隔離");
            assertThat(hook.ofChain(chain).getFirst()).contains("\"host\":\"PC-0142\"", "sentence_ja");
            assertThat(received("first")).hasSize(1);
            assertThat(hook.ofChain(chain)).hasSize(1);
        }
        try (Notifier again = notifier(Duration.ofMinutes(30), mailCourier(), hook.courier())) {
            say(Map.of("status", "quarantined", "lines", 10));
            awaitHeard("quarantined");
            assertThat(again.healthy()).isTrue();
            assertThat(received("first")).hasSize(1);
        }
    }

    @Test
    void theSecondIsToldWhenNobodyAnswersAndNotWhenSomebodyDoes() throws Exception {
        try (Notifier notifier = notifier(Duration.ofSeconds(3), mailCourier())) {
            say(Map.of());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> received("second").size() == 1);
            assertThat(received("first")).hasSize(1);
            assertThat(received("second").getFirst().getSubject()).startsWith("[Tadoru, unanswered]");

            String unanswered = String.valueOf(chain.get("id"));
            anotherChain();
            say(Map.of());
            await().atMost(Duration.ofSeconds(60)).until(() -> received("first").size() == 1);
            say(Map.of("acknowledged_by", "hanako"));
            await().atMost(Duration.ofSeconds(20)).until(() -> kept().errands().isEmpty());
            assertThat(kept().news().chain()).isNotEqualTo(unanswered);
            assertThat(received("second")).isEmpty();
            assertThat(notifier.healthy()).isTrue();
        }
    }

    private void anotherChain() {
        chain.put("id", "%032x".formatted(CHAINS.incrementAndGet()));
        chain.put("case", "T-2022-" + CHAINS.get());
        chain.put("cases", List.of("T-2022-" + CHAINS.get()));
    }

    @Test
    void aCrashBetweenSendingAndWritingDownLosesNone() throws Exception {
        AtomicReference<Notifier> dying = new AtomicReference<>();
        Courier real = mailCourier();
        BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        Courier crashing = new Courier() {
            @Override
            public String channel() {
                return real.channel();
            }

            @Override
            public int receivers() {
                return real.receivers();
            }

            @Override
            public void deliver(Notice notice) throws IOException {
                real.deliver(notice);
                sent.add(notice.id());
                dying.get().close(); // nothing is written down any more
            }
        };
        dying.set(notifier(Duration.ofMinutes(30), crashing));
        say(Map.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> sent.size() == 1);
        assertThat(kept().told()).isZero();
        try (Notifier next = notifier(Duration.ofMinutes(30), real)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> kept().told() > 0);
            assertThat(next.healthy()).isTrue();
        }
        assertThat(received("first"))
                .extracting(m -> m.getHeader("Message-ID")[0])
                .hasSize(2);
        assertThat(received("first").stream().map(NotifierIT::id).distinct())
                .as("a receiver can tell")
                .hasSize(1);
    }

    @Test
    void aReceiverThatIsAwayIsTriedAgain() throws Exception {
        hook.answer = 503;
        try (Notifier notifier = notifier(Duration.ofMinutes(30), hook.courier())) {
            say(Map.of());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> hook.ofChain(chain).size() >= 2);
            hook.answer = 204;
            await().atMost(Duration.ofSeconds(60)).until(() -> kept().told() > 0);
            assertThat(notifier.healthy()).isTrue();
        }
    }

    @Test
    void historyIsNotTold() throws Exception {
        try (Notifier notifier = notifier(Duration.ofMinutes(30), hook.courier())) {
            String old = String.valueOf(chain.get("id"));
            say(Map.of("known_at", Instant.now().minus(Duration.ofDays(3)).toString()));
            anotherChain();
            say(Map.of());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> hook.ofChain(chain).size() == 1);
            assertThat(hook.bodies).noneMatch(body -> body.contains(old));
            assertThat(notifier.healthy()).isTrue();
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private Courier mailCourier() {
        var server = new MailCourier.Server("127.0.0.1", mail.getSmtp().getPort(), MailCourier.Tls.NONE, "", "");
        return new MailCourier(server, "tadoru@example.co.jp", TO);
    }

    private static Notifier notifier(Duration patience, Courier... couriers) {
        List<Courier> all = List.of(couriers);
        var policy = new Policy(
                "high",
                all.stream().collect(Collectors.toMap(Courier::channel, Courier::receivers)),
                BRIEFLY,
                patience);
        Notifier notifier = new Notifier(
                Notifiers.member(kafka()),
                new Memory(Notifiers.reader(kafka()), Notifiers.producer(kafka())),
                policy,
                "http://127.0.0.1:8090",
                all,
                Clock.systemUTC());
        notifier.start();
        return notifier;
    }

    private void say(Map<String, ?> changes) throws ExecutionException, InterruptedException {
        chain.put("known_at", Instant.now().toString());
        chain.putAll(changes);
        byte[] key = String.valueOf(chain.get("id")).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.CHAINS, key, Json.bytes(chain)))
                .get();
    }

    private void awaitHeard(String status) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> kept().news().status().equals(status)
                        && kept().news().knownAt().toString().equals(chain.get("known_at")));
    }

    /** What stands on the topic of this test's chain. */
    private Telling kept() {
        try (var reader = new KafkaConsumer<>(kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Memory memory = new Memory(reader, Notifiers.producer(kafka()))) {
            memory.recall();
            return memory.get(String.valueOf(chain.get("id")));
        }
    }

    /** Of this test's chain: what other tests have left open is told meanwhile too. */
    private List<MimeMessage> received(String who) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(m -> isTo(m, who) && id(m).contains(String.valueOf(chain.get("id"))))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String who) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().startsWith(who);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a POST ends. */
    private static final class Hook implements AutoCloseable {
        private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
        private final HttpServer server;
        private volatile int answer = 200;

        Hook() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/", exchange -> {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(answer, -1);
                exchange.close();
            });
            server.start();
        }

        List<String> ofChain(Map<String, Object> chain) {
            return bodies.stream()
                    .filter(body -> body.contains(String.valueOf(chain.get("id"))))
                    .toList();
        }

        Courier courier() {
            int port = server.getAddress().getPort();
            return new WebhookCourier(java.net.URI.create("http://127.0.0.1:" + port + "/"), Optional.empty());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
