package io.tadoru.benchmark;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Definitions;
import io.tadoru.correlate.CorrelateTopics;
import io.tadoru.correlate.CorrelateTopology;
import io.tadoru.detection.Artifact;
import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.RuleRef;
import io.tadoru.detection.Stage;
import io.tadoru.event.Json;
import io.tadoru.event.Layer;
import io.tadoru.event.Sha256;
import io.tadoru.event.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * How long one more line takes to become chains on a host that has so many marks: the stores as the stream has them
 * (RocksDB), one task, no broker. Two thirds are beacons to one address, the rest goes to thousands of others, over 28 days.
 */
public final class HostBenchmark {
    private static final String HOST = "PC-0142";
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final long HORIZON_SECONDS = Duration.ofDays(28).toSeconds();
    private static final int ROUNDS = 30;
    private static final int DRAINED_EVERY = 1000;
    private static final PrintStream OUT = System.out;

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> marks;
    private final Random random = new Random(1);

    private HostBenchmark(Path rules) {
        Assembler assembler = new Assembler(Definitions.load(rules.resolve("chains")));
        driver = new TopologyTestDriver(CorrelateTopology.build(assembler::assembleFolds), new Properties(), FROM);
        marks = driver.createInputTopic(CorrelateTopics.HOST_MARKS, new StringSerializer(), new ByteArraySerializer());
    }

    /** Takes the rules' folder and numbers of marks. */
    public static void main(String[] arguments) {
        OUT.println("marks      taken in (s)  assembled again: median (ms)  worst (ms)  heap after (MB)");
        for (String count : List.of(arguments).subList(1, arguments.length)) {
            new HostBenchmark(Path.of(arguments[0])).measure(Integer.parseInt(count));
        }
    }

    private void measure(int count) {
        try (driver) {
            long begun = System.nanoTime();
            for (int i = 0; i < count; i++) {
                pipe(i);
                if (i % DRAINED_EVERY == 0) {
                    drain();
                }
            }
            long taken = System.nanoTime() - begun;
            assembled(count);
            long[] times = LongStream.range(0, ROUNDS)
                    .map(i -> assembled(count + (int) i))
                    .sorted()
                    .toArray();
            OUT.printf(
                    "%-10d %-13.1f %-29.1f %-11.1f %.0f%n",
                    count, taken / 1e9, times[ROUNDS / 2] / 1e6, times[ROUNDS - 1] / 1e6, used() / 1e6);
        }
    }

    /** The driver remembers whatever was written, changelogs too; a broker would not fill our memory with it. */
    private void drain() {
        driver.producedTopicNames().forEach(topic -> {
            var unused = driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
        });
    }

    /** One more mark, and the time until what it changed is said. */
    private long assembled(int number) {
        pipe(number);
        // A noisy host is let wait; that time is not measured.
        driver.advanceWallClockTime(Duration.ofMinutes(1));
        pipe(number + 1_000_000_000);
        long begun = System.nanoTime();
        driver.advanceWallClockTime(Duration.ofMinutes(1));
        return System.nanoTime() - begun;
    }

    private void pipe(int number) {
        Mark mark = mark(number);
        Map<String, Object> told = Map.of(
                "host", HOST, "eventId", mark.eventId(), "basis", "log", "marks", List.of(mark), "heard", List.of());
        marks.pipeInput(HOST, Json.bytes(told), FROM);
    }

    private Mark mark(int number) {
        boolean alert = number % 100_000 == 0;
        Instant at = FROM.plusMillis((long) (random.nextDouble() * HORIZON_SECONDS * 1000));
        String address = number % 3 == 0 ? "198.51." + random.nextInt(100) + "." + random.nextInt(100) : "203.0.113.9";
        String line = "line " + number;
        return new Mark(
                "e" + number,
                Sha256.hex(line),
                at,
                at,
                0,
                "fw",
                "made",
                "fw",
                alert ? Layer.EPP : Layer.FIREWALL,
                alert ? Verdict.QUARANTINED : Verdict.PASSED,
                alert ? Stage.RESPONSE : Stage.COMMAND_AND_CONTROL,
                new RuleRef(alert ? "epp" : "beacon", "a rule", "1", Level.HIGH),
                List.of(new Artifact(Artifact.Type.ADDRESS, address, false)),
                line,
                List.of("taro"),
                100,
                line.repeat(20),
                List.of());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
