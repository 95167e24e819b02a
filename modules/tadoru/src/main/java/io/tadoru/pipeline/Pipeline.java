package io.tadoru.pipeline;

import io.tadoru.collect.CollectSettings;
import io.tadoru.collect.CollectStep;
import io.tadoru.collect.KafkaRawSender;
import io.tadoru.correlate.CorrelateTopics;
import io.tadoru.correlate.CorrelateTopology;
import io.tadoru.correlate.Retention;
import io.tadoru.detection.RuleSet;
import io.tadoru.index.IndexStep;
import io.tadoru.normalize.NormalizeParts;
import io.tadoru.normalize.NormalizeTopics;
import io.tadoru.normalize.NormalizeTopology;
import io.tadoru.normalize.SourceReader;
import io.tadoru.normalize.knowledge.Knowledge;
import io.tadoru.normalize.knowledge.KnowledgeState;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import io.tadoru.runtime.SourceSettings;
import io.tadoru.runtime.TopicPlan;
import io.tadoru.runtime.TopicSetup;
import io.tadoru.serve.ServeSettings;
import io.tadoru.serve.ServeStep;
import io.tadoru.serve.notify.Notifier;
import io.tadoru.serve.notify.Notifiers;
import io.tadoru.store.IndexNames;
import io.tadoru.store.Login;
import io.tadoru.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of one process, each started when it is asked for, closed in the order against the stream. */
public final class Pipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    static final String NORMALIZE = "tadoru-normalize";
    static final String CORRELATE = "tadoru-correlate";

    private final Settings settings;
    private final Core core;
    private final String rawTopicId;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable Knowledge knowledge;
    private @Nullable StreamsStep normalize;
    private @Nullable StreamsStep correlate;
    private @Nullable IndexStep index;
    private @Nullable ServeStep serve;
    private @Nullable Notifier notifier;

    private Pipeline(Settings settings, Core core, String rawTopicId) {
        this.settings = settings;
        this.core = core;
        this.rawTopicId = rawTopicId;
    }

    /**
     * Reads connectors and rules and makes the topics what they must be; starts nothing yet.
     *
     * @throws IllegalStateException when Kafka does not answer, or {@code tadoru.raw} is not the topic known here
     */
    public static Pipeline open(Settings settings) throws InterruptedException {
        return open(settings, Core.load(settings));
    }

    /** With connectors and rules that have been read already. */
    public static Pipeline open(Settings settings, Core core) throws InterruptedException {
        String id = topics(settings);
        KnownTopic.check(settings.get(SettingList.STATE_DIRECTORY), id);
        return new Pipeline(settings, core, id);
    }

    /** Creates the topics, those within a step too; the id of {@code tadoru.raw}. */
    public static String topics(Settings settings) throws InterruptedException {
        try (Admin admin = Admin.create(kafka(settings))) {
            return TopicSetup.ensure(admin, planned(settings));
        }
    }

    /** All topics, those within steps too. */
    public static TopicPlan planned(Settings settings) {
        List<String> within = new ArrayList<>(CorrelateTopics.INTERNAL);
        within.addAll(NormalizeTopics.INTERNAL);
        return TopicPlan.of(settings).with(within, CorrelateTopics.KEPT);
    }

    /** Starts what one role does; {@link Role#INDEX} and {@link Role#SERVE} also put the templates, so Elasticsearch must be there. */
    public void start(Role role) throws IOException {
        switch (role) {
            case COLLECT -> collect();
            case NORMALIZE -> normalize();
            case CORRELATE -> correlate();
            case INDEX -> index(settings.get(SettingList.ELASTICSEARCH_URL).toString());
            case SERVE -> serve(settings.get(SettingList.ELASTICSEARCH_URL).toString());
        }
    }

    private void normalize() {
        Knowledge known = closing(knowledge(settings));
        var parts = new NormalizeParts(reader(), known, core.office(), rawTopicId, Clock.systemUTC());
        knowledge = known;
        normalize = closing(StreamsStep.start(NORMALIZE, NormalizeTopology.build(parts), settings, threads()));
    }

    private static Knowledge knowledge(Settings settings) {
        Path rules = settings.get(SettingList.RULES_DIRECTORY);
        return Knowledge.start(
                new Knowledge.Places(
                        rules,
                        settings.get(SettingList.DETECTION_INDICATORS),
                        settings.get(SettingList.STATE_DIRECTORY)),
                texts -> RuleSet.compile(rules, texts),
                kafka(settings),
                settings.find(SettingList.KAFKA_INSTANCE_ID)
                        .orElseGet(() -> UUID.randomUUID().toString()),
                Clock.systemUTC());
    }

    /** By what events are examined at the moment; empty where this process examines none. */
    public Optional<KnowledgeState> knowledge() {
        return Optional.ofNullable(knowledge).map(Knowledge::state);
    }

    private SourceReader reader() {
        Map<String, SourceReader.Source> sources = settings.sources().stream()
                .collect(Collectors.toMap(SourceSettings::name, SourceReader.Source::of, (a, b) -> b));
        return new SourceReader(core.connectors(), sources, ZoneOffset.UTC);
    }

    private void correlate() {
        correlate = closing(StreamsStep.start(
                CORRELATE,
                CorrelateTopology.build(core.assembler()::assembleFolds, Retention.of(settings)),
                settings,
                1));
    }

    /** Opens the listeners and files of all configured sources. */
    public CollectStep collect() {
        var sender = closing(KafkaRawSender.open(settings.get(SettingList.KAFKA_BOOTSTRAP_SERVERS), Clock.systemUTC()));
        Path checkpoints = settings.get(SettingList.STATE_DIRECTORY).resolve("collect");
        CollectSettings bounds = CollectSettings.of(checkpoints)
                .withHttp(settings.get(SettingList.COLLECT_HTTP_HOST), settings.get(SettingList.COLLECT_HTTP_PORT))
                .withMaxConnections(settings.get(SettingList.COLLECT_MAX_CONNECTIONS));
        return closing(CollectStep.start(bounds, Inputs.of(settings.sources(), core.connectors()), sender));
    }

    /**
     * Puts the templates and starts to write to this Elasticsearch.
     *
     * @throws IOException when it does not answer
     */
    public Store index(String url) throws IOException {
        Store store = closing(connect(settings, url));
        store.setup();
        IndexStep started = closing(new IndexStep(member(settings), store, names(), core.office()));
        started.start();
        index = started;
        return store;
    }

    /**
     * Opens the page and the API on what this Elasticsearch has, and tells people of chains where the settings name any.
     *
     * @throws IOException when it does not answer
     */
    public ServeStep serve(String url) throws IOException {
        Store store = closing(connect(settings, url));
        store.setup();
        ServeStep started = closing(ServeStep.start(ServeSettings.of(settings), kafka(settings), store));
        LOG.info("page and API on http://{}:{}/", settings.get(SettingList.SERVE_HOST), started.port());
        serve = started;
        notifier = Notifiers.of(settings, member(settings)).map(this::closing).orElse(null);
        if (notifier != null) {
            notifier.start();
        }
        return started;
    }

    /** As the user whom the settings name, if they do. */
    public static Store connect(Settings settings, String url) {
        return login(settings).map(login -> Store.connect(url, login)).orElseGet(() -> Store.connect(url));
    }

    /** The user whom the settings name, if they do; Kibana knows the same users. */
    public static Optional<Login> login(Settings settings) {
        return settings.find(SettingList.ELASTICSEARCH_USERNAME)
                .map(user -> new Login(user, settings.get(SettingList.ELASTICSEARCH_PASSWORD)));
    }

    private IndexNames names() {
        Optional<IndexNames.Backfill> backfill = settings.find(SettingList.BACKFILL_FROM)
                .flatMap(from -> settings.find(SettingList.BACKFILL_TO).map(to -> new IndexNames.Backfill(from, to)));
        return new IndexNames(settings.get(SettingList.INDEX_RETENTION_DAYS), backfill, Clock.systemUTC());
    }

    /** Whether every started step still does its work. */
    public boolean healthy() {
        return fits(normalize, StreamsStep::healthy)
                && fits(correlate, StreamsStep::healthy)
                && fits(index, IndexStep::healthy)
                && fits(serve, ServeStep::healthy)
                && fits(notifier, Notifier::healthy);
    }

    private static <T> boolean fits(@Nullable T step, Function<T, Boolean> healthy) {
        return step == null || healthy.apply(step);
    }

    /** Whether hosts wait to be assembled, or cannot be asked yet. */
    boolean hostsWait() {
        StreamsStep step = correlate;
        return step != null && (!step.running() || CorrelateTopology.hostsWait(step.streams()));
    }

    static Map<String, Object> kafka(Settings settings) {
        return Map.of("bootstrap.servers", settings.get(SettingList.KAFKA_BOOTSTRAP_SERVERS));
    }

    private static Map<String, Object> member(Settings settings) {
        Map<String, Object> all = new HashMap<>(kafka(settings));
        settings.find(SettingList.KAFKA_INSTANCE_ID).ifPresent(id -> all.put("group.instance.id", id));
        return all;
    }

    private int threads() {
        return Math.min(
                settings.get(SettingList.KAFKA_PARTITIONS), Runtime.getRuntime().availableProcessors());
    }

    private <T extends AutoCloseable> T closing(T step) {
        open.push(step);
        return step;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private static void close(AutoCloseable step) {
        try {
            step.close();
        } catch (Exception e) { // AutoCloseable declares it; one that fails must not keep the others open
            LOG.warn("A step did not close", e);
        }
    }
}
