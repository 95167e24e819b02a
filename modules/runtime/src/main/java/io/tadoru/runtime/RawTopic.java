package io.tadoru.runtime;

import io.tadoru.event.RawRecord;
import io.tadoru.event.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The raw record on {@code tadoru.raw}: the value is the record's bytes, all else is in headers, so that any shipper can
 * write there. Headers {@code source} and {@code connector} are required; {@code received-at} (ISO 8601) is taken only from
 * a trusted writer and defaults to the broker's append time; {@code context} is a header line of its file.
 */
public final class RawTopic {
    static final String SOURCE = "source";
    static final String CONNECTOR = "connector";
    static final String RECEIVED_AT = "received-at";
    static final String PEER = "peer";
    static final String POSITION = "position";
    static final String SHA256 = "sha256";
    static final String CONTEXT = "context";

    private RawTopic() {}

    /**
     * What {@code collect} sends. Keyed by source and sender, so that one sender's lines keep their order.
     *
     * @param position where the record stands in its file, as {@code file identity:offset}; null for network input, whose
     *     position is the topic's own
     */
    public static ProducerRecord<byte[], byte[]> record(
            String source, String connector, String peer, @Nullable String position, Instant receivedAt, byte[] bytes) {
        var record = new ProducerRecord<>(Topics.RAW, utf8(source + "|" + peer), bytes);
        Headers headers = record.headers();
        headers.add(SOURCE, utf8(source));
        headers.add(CONNECTOR, utf8(connector));
        headers.add(PEER, utf8(peer));
        headers.add(RECEIVED_AT, utf8(receivedAt.toString()));
        headers.add(SHA256, utf8(Sha256.hex(bytes)));
        if (position != null) {
            headers.add(POSITION, utf8(position));
        }
        return record;
    }

    /** The same with what stood before it in its file and tells how to read it, such as the line that names the columns. */
    public static ProducerRecord<byte[], byte[]> inContext(ProducerRecord<byte[], byte[]> record, String context) {
        if (!context.isEmpty()) {
            record.headers().add(CONTEXT, utf8(context));
        }
        return record;
    }

    /**
     * Reads a record back.
     *
     * @param topicId the topic's unique id, so that a topic made anew does not repeat ids
     * @param timestamp the record's own, milliseconds since the epoch
     */
    public static RawRecord read(
            Headers headers, byte[] value, String topicId, int partition, long offset, long timestamp) {
        String place = text(headers, POSITION).orElse(topicId + ":" + partition + ":" + offset);
        return new RawRecord(
                Sha256.hex(place).substring(0, 40),
                text(headers, SOURCE).orElse("unknown"),
                text(headers, CONNECTOR).orElse("unknown"),
                text(headers, PEER).orElse(""),
                text(headers, RECEIVED_AT).flatMap(RawTopic::instant).orElse(Instant.ofEpochMilli(timestamp)),
                value,
                text(headers, CONTEXT).orElse(""));
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
