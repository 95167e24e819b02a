package io.tadoru.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalKafkaIT {
    private static final String TOPIC = "lines";

    @TempDir
    Path folder;

    @Test
    void keepsRecordsAndClusterIdFromOneStartToTheNext() throws Exception {
        String clusterId;
        String bootstrap;
        try (LocalKafka kafka = LocalKafka.start(folder, 0)) {
            clusterId = kafka.clusterId();
            bootstrap = kafka.bootstrapServers();
            createTopic(kafka);
            produce(kafka, "first");
            assertThat(consume(kafka, 1)).containsExactly("first");
        }
        try (LocalKafka kafka = LocalKafka.start(folder, 0)) {
            assertThat(kafka.clusterId()).isEqualTo(clusterId);
            assertThat(kafka.bootstrapServers()).isEqualTo(bootstrap);
            produce(kafka, "second");
            assertThat(consume(kafka, 2)).containsExactly("first", "second");
        }
    }

    @Test
    void startsOnTheFilesThatAKilledOneLeft() throws Exception {
        Path left = folder.resolve("left");
        String clusterId;
        try (LocalKafka kafka = LocalKafka.start(folder.resolve("running"), 0)) {
            clusterId = kafka.clusterId();
            createTopic(kafka);
            produce(kafka, "first");
            copy(
                    folder.resolve("running"),
                    left); // what the disk holds at kill -9: no clean shutdown, a port still taken
            try (LocalKafka again = LocalKafka.start(left, 0)) {
                assertThat(again.clusterId()).isEqualTo(clusterId);
                assertThat(again.bootstrapServers()).isNotEqualTo(kafka.bootstrapServers());
                assertThat(consume(again, 1)).containsExactly("first");
            }
        }
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> LocalKafka.start(folder, port))
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining("Port " + port);
        }
    }

    private static void createTopic(LocalKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void produce(LocalKafka kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static List<String> consume(LocalKafka kafka, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "group.id",
                "reader",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            for (int i = 0; i < 100 && values.size() < count; i++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file));
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else if (!file.endsWith(".lock")) {
                Files.copy(file, target);
            }
        }
    }
}
