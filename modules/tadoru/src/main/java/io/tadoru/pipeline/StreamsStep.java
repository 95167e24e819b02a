package io.tadoru.pipeline;

import io.tadoru.runtime.Settings;
import io.tadoru.runtime.StreamsSettings;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka Streams application as one of the steps: started, watched, closed so that the next start need not wait. */
final class StreamsStep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsStep.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    /** In an hour; a broker that is away for a while costs a few threads, a bug costs one after the other. */
    private static final int MOST_REPLACED = 20;

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final KafkaStreams streams;
    private long since = System.nanoTime();
    private int replaced;

    private StreamsStep(KafkaStreams streams) {
        this.streams = streams;
    }

    static StreamsStep start(String application, Topology topology, Settings settings, int threads) {
        Properties properties = StreamsSettings.of(application, settings);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        var step = new StreamsStep(new KafkaStreams(topology, properties));
        step.streams.setUncaughtExceptionHandler(failure -> step.failed(application, failure));
        step.streams.start();
        return step;
    }

    private StreamThreadExceptionResponse failed(String application, Throwable failure) {
        boolean again = mayReplace();
        LOG.error("{}: a thread failed{}", application, again ? " and is replaced" : "; it stops", failure);
        return again ? StreamThreadExceptionResponse.REPLACE_THREAD : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private synchronized boolean mayReplace() {
        if (System.nanoTime() - since > HOUR) {
            since = System.nanoTime();
            replaced = 0;
        }
        return ++replaced <= MOST_REPLACED;
    }

    KafkaStreams streams() {
        return streams;
    }

    boolean healthy() {
        return streams.state() != KafkaStreams.State.ERROR && !streams.state().hasCompletedShutdown();
    }

    boolean running() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public void close() {
        if (!streams.close(StreamsSettings.closing(CLOSING))) {
            LOG.warn("A streams application did not stop within {}", CLOSING);
        }
    }
}
