package io.tadoru.normalize.knowledge;

import io.tadoru.detection.Correlated;
import io.tadoru.detection.Detector;
import io.tadoru.detection.Indicators;
import io.tadoru.detection.RuleException;
import io.tadoru.detection.RuleSet;
import io.tadoru.event.Event;
import io.tadoru.normalize.Examiner;
import io.tadoru.runtime.IndicatorSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is suspicious, as the topics have it at the moment. One thread reads them and swaps what events are examined by, another
 * looks at disk and feeds and publishes. Whatever goes wrong with a rule or a list, events are examined by what was good last.
 */
public final class Knowledge implements Examiner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final int MOST_SAID = 20;
    private static final Duration QUIET = Duration.ofSeconds(1);
    /** When it is never quiet. */
    private static final Duration LATEST = Duration.ofSeconds(15);

    private final Known known = new Known();
    private final TopicsReader reader;
    private final TopicsWriter writer;
    private final Lists lists;
    private final Publisher publisher;
    private final LiveDetector detector;
    private final String process;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicBoolean again = new AtomicBoolean();
    private final Set<String> said = new HashSet<>();
    private final Thread reading = Thread.ofPlatform().name("knowledge-reader").unstarted(() -> loop(this::read));
    private final Thread looking =
            Thread.ofPlatform().name("knowledge-publisher").unstarted(() -> loop(this::look));
    private long changedFirst;
    private long changedLast;
    private boolean changed;
    private volatile int indicators;
    private volatile KnowledgeState state = new KnowledgeState(0, 0, -1, -1, List.of());

    /**
     * What a process publishes.
     *
     * @param rulesFolder with {@code sigma} and {@code pipelines} below it
     * @param stateDirectory where copies of what is fetched are kept
     */
    public record Places(Path rulesFolder, List<IndicatorSource> indicators, Path stateDirectory) {}

    private Knowledge(
            Places places,
            Function<Map<String, String>, RuleSet> compiler,
            Map<String, Object> kafka,
            String process,
            Clock clock) {
        this.process = process;
        this.clock = clock;
        this.reader = new TopicsReader(consumer(kafka), known);
        this.writer = new TopicsWriter(kafka);
        this.lists = new Lists(places.indicators(), places.stateDirectory());
        this.publisher = new Publisher(places.rulesFolder(), lists, compiler, known, writer);
        this.detector = new LiveDetector(compiler);
    }

    /**
     * Publishes what lies on disk, reads both topics to their ends, and goes on doing both. When it is back, events can be
     * examined.
     *
     * @param compiler makes rules of their files' texts, by path below the rules' folder
     * @param kafka where the brokers are, security
     * @param process this process's name, unlike that of any other
     * @throws RuleException when no rule can be read, because a pipeline is wrong
     */
    public static Knowledge start(
            Places places,
            Function<Map<String, String>, RuleSet> compiler,
            Map<String, Object> kafka,
            String process,
            Clock clock) {
        Knowledge knowledge = new Knowledge(places, compiler, kafka, process, clock);
        try {
            knowledge.reader.toEnd();
            knowledge.publisher.look();
            knowledge.reader.toEnd();
            knowledge.swap(false);
            knowledge.detector.stuck().ifPresent(e -> {
                throw e; // later it would be told and waited out; now somebody is there to mend it
            });
        } catch (RuntimeException e) {
            knowledge.close();
            throw e;
        }
        knowledge.reading.start();
        knowledge.looking.start();
        return knowledge;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> kafka) {
        Map<String, Object> own = new HashMap<>(kafka);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Detector.Examined examined(Event event) {
        return detector.now().examined(event);
    }

    @Override
    public Correlated correlated() {
        return detector.now().correlated();
    }

    /** How it stands. */
    public KnowledgeState state() {
        return state;
    }

    private void loop(Runnable step) {
        while (closing.getCount() > 0) {
            try {
                step.run();
            } catch (WakeupException e) {
                LOG.debug("woken to close");
            } catch (RuntimeException e) {
                LOG.warn("rules and indicators stay as they are for now: {}", e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            var unused = closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        pause();
        if (closing.getCount() > 0) {
            lists.fetch(clock.instant());
            if (publisher.look()) {
                again.set(true);
            }
            tell();
        }
    }

    private void read() {
        long now = System.nanoTime();
        if (reader.poll()) {
            changedFirst = changed ? changedFirst : now;
            changedLast = now;
            changed = true;
        }
        boolean quiet = now - changedLast > QUIET.toNanos() || now - changedFirst > LATEST.toNanos();
        if (again.get() || (changed && quiet)) {
            swapOrRetry(again.getAndSet(false));
        }
    }

    private void swapOrRetry(boolean compile) {
        try {
            swap(compile);
        } catch (RuntimeException e) {
            again.set(true);
            throw e;
        }
    }

    private void swap(boolean compile) {
        List<Long> offsets = known.offsets();
        Map<String, String> texts = new TreeMap<>();
        known.rules()
                .forEach((key, rule) ->
                        texts.put(rule.value().path(), rule.value().text()));
        Indicators all = Indicators.of(known.indicators());
        detector.swap(texts, all, compile);
        indicators = all.size();
        changed = false;
        tell();
        LOG.info("events are examined by {} rules and {} indicators", detector.rules(), all.size());
        writer.announce(process, Map.of("at", clock.instant(), "rules", offsets.get(0), "indicators", offsets.get(1)));
    }

    /** Says what is new in what is wrong, once. */
    private synchronized void tell() {
        List<String> faults = Stream.concat(
                        detector.refused().stream()
                                .map(RuleException::getMessage)
                                .map(String::valueOf),
                        publisher.faults().stream())
                .distinct()
                .toList();
        List<String> fresh =
                faults.stream().filter(fault -> !said.contains(fault)).toList();
        fresh.stream().limit(MOST_SAID).forEach(fault -> LOG.warn("not in force: {}", fault));
        if (fresh.size() > MOST_SAID) {
            LOG.warn("not in force: {} in all; 'tadoru rules check' names the rules", fresh.size());
        }
        said.retainAll(faults);
        said.addAll(faults);
        List<Long> offsets = known.offsets();
        state = new KnowledgeState(detector.rules(), indicators, offsets.get(0), offsets.get(1), faults);
    }

    @Override
    public void close() {
        closing.countDown();
        reader.wake();
        join(reading);
        join(looking);
        try (writer;
                reader) {
            writer.announce(process, null);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
