package io.tadoru.index;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What a record says about itself beside its value. */
final class RecordHeaders {
    /** Emission time in milliseconds, as text: never below the last said for that id. */
    static final String VERSION = "version";
    /** The record was sent before, perhaps under another date. */
    static final String AGAIN = "again";

    private RecordHeaders() {}

    static long version(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(VERSION);
        return header == null || header.value() == null
                ? record.timestamp()
                : number(new String(header.value(), StandardCharsets.UTF_8), record.timestamp());
    }

    private static long number(String text, long otherwise) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    static boolean again(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(AGAIN) != null;
    }

    /** The record's key, or where it stands when it has none. */
    static String name(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return key == null || key.length == 0
                ? record.topic() + ":" + record.partition() + ":" + record.offset()
                : new String(key, StandardCharsets.UTF_8);
    }
}
