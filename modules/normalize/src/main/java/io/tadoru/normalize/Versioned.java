package io.tadoru.normalize;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** What is sent to the topics: its stamp stays knowledge time, its version is the wall clock at which it is said. */
record Versioned(Clock clock) {
    Record<String, byte[]> record(String key, byte[] value, long at) {
        return new Record<>(key, value, at, version());
    }

    private Headers version() {
        return new RecordHeaders().add("version", Long.toString(clock.millis()).getBytes(StandardCharsets.UTF_8));
    }
}
