package io.tadoru.detection;

import io.tadoru.detection.sequence.Hit;
import io.tadoru.detection.sequence.Result;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Party;
import io.tadoru.event.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A correlation's result as a mark: on each host of its events, resting on all of them. */
public final class Correlated {
    private static final int MOST_PARTIES = 60;
    private static final int MOST_ARTIFACTS = 40;
    private static final int MOST_USERS = 20;
    private static final int SUMMARY_CHARS = 400;

    private final Correlator correlator;

    /** For these rules. */
    public Correlated(RuleSet rules) {
        this.correlator = new Correlator(rules);
    }

    Correlated(Correlator correlator) {
        this.correlator = correlator;
    }

    public Correlator correlator() {
        return correlator;
    }

    /**
     * The result's own record: its id is made of the correlation, the key and its events, so that the same events always give
     * the same, and it feeds others as an event does.
     *
     * @param hits those of the key, by the ids that the engine has for them
     */
    public KeyedHit result(Correlation correlation, Result result, Map<String, KeyedHit> hits) {
        List<KeyedHit> events = result.events().stream()
                .flatMap(Optional::stream)
                .map(Hit::id)
                .distinct()
                .map(id -> Objects.requireNonNull(hits.get(id), id))
                .toList();
        KeyedHit last =
                events.stream().max(Comparator.comparing(e -> e.hit().at())).orElseThrow();
        String id = id(correlation, last.key(), events, KeyedHit::eventId);
        Set<Party> parties = new LinkedHashSet<>();
        events.forEach(event -> parties.addAll(event.parties()));
        int beyond = Math.max(0, parties.size() - MOST_PARTIES)
                + events.stream().mapToInt(KeyedHit::partiesBeyond).sum();
        return new KeyedHit(
                correlation.ref().id(),
                last.key(),
                last.time(),
                last.sequence(),
                id,
                0,
                false,
                null,
                false,
                mark(correlation, id, events, last),
                parties.stream().limit(MOST_PARTIES).toList(),
                beyond);
    }

    /** The same result, of which it is presumed only that nothing followed, for these sources have not been heard since. */
    public static KeyedHit presumed(KeyedHit result, List<String> mute) {
        String sources = mute.isEmpty()
                ? "no source that would tell has ever been heard"
                : "not heard since: " + String.join(", ", mute);
        Mark mark = result.mark()
                .withSummary(Excerpt.cut(
                        "presumed (" + sources + "): " + result.mark().summary(), SUMMARY_CHARS));
        return new KeyedHit(
                result.correlation(),
                result.key(),
                result.time(),
                result.sequence(),
                result.eventId(),
                result.stages(),
                result.until(),
                result.value(),
                result.withdrawn(),
                mark,
                result.parties(),
                result.partiesBeyond());
    }

    /** What is said of a result: its mark, or nothing where it only feeds others. */
    public Optional<Marks> marks(Correlation correlation, KeyedHit result) {
        return correlation.marks() && !correlator.isSilent(correlation.ref())
                ? Optional.of(new Marks(
                        result.eventId(),
                        result.time(),
                        result.parties(),
                        result.partiesBeyond(),
                        result.withdrawn() ? List.of() : List.of(result.mark())))
                : Optional.empty();
    }

    private static String id(
            Correlation correlation, List<String> key, List<KeyedHit> events, Function<KeyedHit, String> by) {
        String ids = events.stream().map(by).collect(Collectors.joining("\0"));
        return Sha256.hex(correlation.ref().id() + "\0" + String.join("\0", key) + "\0\0" + ids);
    }

    private static Mark mark(Correlation correlation, String id, List<KeyedHit> events, KeyedHit last) {
        Mark of = last.mark();
        Set<Artifact> artifacts = new LinkedHashSet<>();
        Set<String> users = new LinkedHashSet<>();
        events.reversed().forEach(event -> {
            artifacts.addAll(event.mark().artifacts());
            users.addAll(event.mark().users());
        });
        return new Mark(
                id,
                id(correlation, last.key(), events, event -> event.mark().eventHash()),
                last.time(),
                events.stream()
                        .map(KeyedHit::time)
                        .min(Comparator.naturalOrder())
                        .orElse(last.time()),
                of.sequence(),
                of.source(),
                of.connector(),
                of.clock(),
                of.layer(),
                of.verdict(),
                correlation.tactic().orElse(of.stage()),
                correlation.ref(),
                artifacts.stream().limit(MOST_ARTIFACTS).toList(),
                summary(events, last),
                users.stream().limit(MOST_USERS).toList(),
                -1,
                of.original(),
                events.stream()
                        .map(event -> event.mark().eventHash())
                        .distinct()
                        .limit(Mark.MOST_EVENTS)
                        .toList());
    }

    private static String summary(List<KeyedHit> events, KeyedHit last) {
        Duration span = Duration.between(events.getFirst().time(), last.time()).abs();
        String which = last.key().isEmpty() ? "" : " of " + String.join(", ", last.key());
        return Excerpt.cut(
                "%d events%s within %d s, the last: %s"
                        .formatted(
                                events.size(),
                                which,
                                span.toSeconds(),
                                last.mark().summary()),
                SUMMARY_CHARS);
    }

    /** All of one key at once: for who has all of them. */
    public List<KeyedHit> results(Correlation correlation, List<KeyedHit> ofOneKey) {
        Map<String, KeyedHit> byId = new LinkedHashMap<>();
        ofOneKey.forEach(hit -> byId.put(hit.hit().id(), hit));
        List<Hit> sorted =
                new ArrayList<>(byId.values().stream().map(KeyedHit::hit).toList());
        sorted.sort(Comparator.comparing(Hit::at));
        return correlation.definition().find(sorted).stream()
                .map(result -> result(correlation, result, byId))
                .toList();
    }

    /** What a result tells the correlations that are about its own. */
    public List<KeyedHit> onwards(Correlation correlation, KeyedHit result) {
        return correlator.hits(correlation, result.key(), result);
    }
}
