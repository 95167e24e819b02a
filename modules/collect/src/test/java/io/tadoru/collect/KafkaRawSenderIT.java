package io.tadoru.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.event.Sha256;
import io.tadoru.local.LocalKafka;
import io.tadoru.runtime.RawTopic;
import io.tadoru.runtime.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KafkaRawSenderIT {
    private static final Instant NOW = Instant.parse("2022-02-26T01:02:03Z");
    private static final Origin ORIGIN = new Origin("proxy", "squid", "10.20.1.80");

    @TempDir
    static Path folder;

    private static LocalKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = LocalKafka.start(folder, 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(
                            List.of(new NewTopic(Topics.RAW, 1, (short) 1), new NewTopic(Topics.REJECTS, 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void sendsBytesUntouchedWithWhereTheyCameFrom() {
        byte[] bytes = {0, (byte) 0xff, (byte) 0x83, '\n', ' '};
        try (RawSender sender = sender()) {
            sender.send(ORIGIN, "abc:17", new Line.Whole(0, bytes, "#Fields: a"))
                    .join();
            sender.send(ORIGIN, null, new Line.Whole(0, new byte[Limits.LINE_BYTES]))
                    .join();
        }
        var record = read(Topics.RAW).getFirst();
        RawRecord raw = RawTopic.read(record.headers(), record.value(), "id", 0, record.offset(), record.timestamp());
        assertThat(raw.bytes()).isEqualTo(bytes);
        assertThat(raw.context()).isEqualTo("#Fields: a");
        assertThat(raw.source()).isEqualTo("proxy");
        assertThat(raw.receivedAt()).isEqualTo(NOW);
        assertThat(raw.id()).isEqualTo(Sha256.hex("abc:17").substring(0, 40));
    }

    @Test
    void sendsALineThatIsTooLongAsAReject() {
        try (RawSender sender = sender()) {
            sender.sendTooLong(ORIGIN, null, new Line.TooLong(0, "head".getBytes(UTF_8), 2_000_000, "abc"))
                    .join();
        }
        Reject reject = Json.read(read(Topics.REJECTS).getFirst().value(), Reject.class);
        assertThat(reject.outcome()).isEqualTo(Reject.Outcome.REJECTED);
        assertThat(reject.length()).isEqualTo(2_000_000);
        assertThat(reject.reason()).contains("longer than");
        assertThat(reject.hash()).isEqualTo("abc");
    }

    @Test
    void saysThatThereIsNoRoomWhenKafkaIsAway() {
        Map<String, Object> away = Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 200);
        try (RawSender sender = KafkaRawSender.open(away, Clock.systemUTC())) {
            var sent = sender.send(ORIGIN, null, new Line.Whole(0, new byte[1]));
            assertThat(sent).isCompletedExceptionally();
            assertThat(sent.exceptionNow()).isInstanceOf(RawSender.Busy.class);
        }
    }

    private static RawSender sender() {
        return KafkaRawSender.open(kafka.bootstrapServers(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            return consumer.poll(Duration.ofSeconds(10)).records(partition);
        }
    }
}
