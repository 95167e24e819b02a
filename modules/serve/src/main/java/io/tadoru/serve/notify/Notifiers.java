package io.tadoru.serve.notify;

import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the {@link Notifier} that the settings ask for. */
public final class Notifiers {
    private static final String GROUP = "tadoru-notify";

    private Notifiers() {}

    /**
     * Connects to Kafka, starts nothing yet; empty where nobody is to be told.
     *
     * @param kafka consumer properties: where the brokers are, security
     */
    public static Optional<Notifier> of(Settings settings, Map<String, Object> kafka) {
        List<Courier> couriers = couriers(settings);
        return couriers.isEmpty() ? Optional.empty() : Optional.of(of(settings, kafka, couriers));
    }

    static Notifier of(Settings settings, Map<String, Object> kafka, List<Courier> couriers) {
        return new Notifier(
                member(kafka),
                new Memory(reader(kafka), producer(kafka)),
                policy(settings, couriers),
                settings.get(SettingList.NOTIFY_PAGE).toString().replaceFirst("/+$", ""),
                couriers,
                Clock.systemUTC());
    }

    private static Policy policy(Settings settings, List<Courier> couriers) {
        return new Policy(
                settings.get(SettingList.NOTIFY_SEVERITY).name().toLowerCase(Locale.ROOT),
                couriers.stream().collect(Collectors.toMap(Courier::channel, Courier::receivers)),
                settings.get(SettingList.NOTIFY_SETTLE),
                settings.get(SettingList.NOTIFY_ESCALATE));
    }

    static List<Courier> couriers(Settings settings) {
        List<Courier> couriers = new ArrayList<>();
        settings.find(SettingList.NOTIFY_WEBHOOK_URL)
                .map(url -> new WebhookCourier(url, settings.find(SettingList.NOTIFY_WEBHOOK_AUTHORIZATION)))
                .ifPresent(couriers::add);
        List<String> to = settings.get(SettingList.NOTIFY_MAIL_TO);
        if (!to.isEmpty()) {
            couriers.add(new MailCourier(server(settings), settings.get(SettingList.NOTIFY_MAIL_FROM), to));
        }
        return couriers;
    }

    private static MailCourier.Server server(Settings settings) {
        return new MailCourier.Server(
                settings.get(SettingList.NOTIFY_SMTP_HOST),
                settings.get(SettingList.NOTIFY_SMTP_PORT),
                MailCourier.Tls.valueOf(
                        settings.get(SettingList.NOTIFY_SMTP_TLS).name()),
                settings.find(SettingList.NOTIFY_SMTP_USERNAME).orElse(""),
                settings.find(SettingList.NOTIFY_SMTP_PASSWORD).orElse(""));
    }

    static KafkaConsumer<byte[], byte[]> member(Map<String, Object> kafka) {
        Map<String, Object> own = reading(kafka);
        own.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        own.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);
        own.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2000);
        return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static KafkaConsumer<byte[], byte[]> reader(Map<String, Object> kafka) {
        Map<String, Object> own = reading(kafka);
        own.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> reading(Map<String, Object> kafka) {
        Map<String, Object> own = new HashMap<>(kafka);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return own;
    }

    static KafkaProducer<byte[], byte[]> producer(Map<String, Object> kafka) {
        Map<String, Object> own = new HashMap<>(kafka);
        own.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(own, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
