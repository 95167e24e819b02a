package io.tadoru.index;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with one poll's records; back only when they stand in Elasticsearch. Doing it again changes nothing. */
interface Intake {
    void take(List<ConsumerRecord<byte[], byte[]>> records) throws IOException, InterruptedException;
}
