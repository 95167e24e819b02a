package io.tadoru.normalize.knowledge;

import io.tadoru.detection.Indicator;
import io.tadoru.detection.IndicatorValue;
import io.tadoru.event.Json;
import io.tadoru.runtime.Topics;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What the two topics hold by now, as far as they have been read. Read by one thread, asked by two. */
final class Known {
    /** Which header tells who wrote a record. */
    static final String PUBLISHER = "publisher";
    /** All our processes are one publisher: they publish the same. */
    static final byte[] US = "tadoru".getBytes(StandardCharsets.UTF_8);
    /** What processes say of themselves, beside the rules. */
    static final String ANNOUNCE = "announce:";

    private final Map<String, Held<PublishedRule>> rules = new TreeMap<>();
    private final Map<IndicatorKey, Held<Indicator>> indicators = new HashMap<>();
    private long rulesOffset = -1;
    private long indicatorsOffset = -1;

    /** Takes in a record; whether it could change what is found. */
    synchronized boolean take(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (key.isEmpty() || key.startsWith(ANNOUNCE)) {
            return false;
        }
        try {
            return record.topic().equals(Topics.RULES) ? rule(key, record) : indicator(key, record);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return false; // whoever else writes here may write anything
        }
    }

    private boolean rule(String key, ConsumerRecord<byte[], byte[]> record) {
        rulesOffset = record.offset();
        byte @Nullable [] value = record.value();
        if (value == null) {
            return rules.remove(key) != null;
        }
        PublishedRule rule = Json.read(value, PublishedRule.class);
        Held<PublishedRule> before = rules.put(key, new Held<>(rule, isOurs(record)));
        return before == null || !before.value().equals(rule);
    }

    private boolean indicator(String key, ConsumerRecord<byte[], byte[]> record) {
        indicatorsOffset = record.offset();
        byte @Nullable [] value = record.value();
        if (value == null) {
            return IndicatorKey.parse(key).map(indicators::remove).isPresent();
        }
        Indicator indicator = Json.read(value, Indicator.class);
        boolean ours = isOurs(record);
        if (!key.equals(indicator.key()) || !(ours || isFit(indicator))) {
            return false;
        }
        Held<Indicator> before = indicators.put(IndicatorKey.of(indicator), new Held<>(indicator, ours));
        return before == null || !before.value().equals(indicator);
    }

    /** Ours have been looked at before they were written. */
    private static boolean isFit(Indicator indicator) {
        return IndicatorValue.of(indicator.kind().word(), indicator.value())
                .equals(new IndicatorValue.Known(indicator.kind(), indicator.value()));
    }

    private static boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
        Header publisher = record.headers().lastHeader(PUBLISHER);
        return publisher != null && Arrays.equals(publisher.value(), US);
    }

    synchronized Map<String, Held<PublishedRule>> rules() {
        return new TreeMap<>(rules);
    }

    synchronized List<Indicator> indicators() {
        List<Indicator> all = new ArrayList<>(indicators.size());
        indicators.values().forEach(held -> all.add(held.value()));
        return all;
    }

    /** Those that have to be written for the topic to hold all these. */
    synchronized List<Indicator> missing(List<Indicator> wanted) {
        return wanted.stream()
                .filter(i -> Held.differs(indicators.get(IndicatorKey.of(i)), i))
                .toList();
    }

    /** Those of ours that are not among these. */
    synchronized List<Indicator> gone(List<Indicator> wanted) {
        Set<IndicatorKey> keys = new HashSet<>();
        wanted.forEach(i -> keys.add(IndicatorKey.of(i)));
        return indicators.values().stream()
                .filter(held -> held.isGone(i -> keys.contains(IndicatorKey.of(i))))
                .map(Held::value)
                .toList();
    }

    boolean hasRead(long ofRules, long ofIndicators) {
        List<Long> read = offsets();
        return read.get(0) >= ofRules && read.get(1) >= ofIndicators;
    }

    /** How far both have been read: who has read as far knows the same. */
    synchronized List<Long> offsets() {
        return List.of(rulesOffset, indicatorsOffset);
    }
}
