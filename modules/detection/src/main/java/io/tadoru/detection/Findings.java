package io.tadoru.detection;

import io.tadoru.event.Event;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Fields;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all marks of one event have in common. */
record Findings(Event event, List<Artifact> artifacts, List<Hit> hits) {
    private static final Set<String> SYSTEM_ACCOUNTS = Set.of("system", "local service", "network service");

    /** An indicator that the event met, and the part it plays by what it is. */
    record Hit(RuleRef ref, Stage stage) {}

    static Findings of(Event event, Indicators indicators) {
        List<Artifact> artifacts = new ArrayList<>();
        Map<Hit, Hit> hits = new LinkedHashMap<>();
        Set<Artifact> met = new HashSet<>();
        for (Artifact artifact : Artifacts.of(event)) {
            Optional<Indicator> known = indicators.hit(artifact, event.time());
            known.map(i -> new Hit(i.ref(), stage(event, artifact))).ifPresent(hit -> hits.putIfAbsent(hit, hit));
            Artifact judged = judged(artifact, known);
            known.ifPresent(i -> met.add(judged));
            artifacts.add(judged);
        }
        return new Findings(event, kept(artifacts, met), List.copyOf(hits.keySet()));
    }

    /** What an indicator's source doubts ties nothing together that would not be tied otherwise. */
    private static Artifact judged(Artifact artifact, Optional<Indicator> known) {
        return known.filter(Indicator::sure).isPresent()
                ? new Artifact(artifact.type(), artifact.value(), true)
                : artifact;
    }

    /** Of too many, those that an indicator knows are kept before others, so that nothing can hide behind a crowd. */
    private static List<Artifact> kept(List<Artifact> all, Set<Artifact> met) {
        Set<Artifact> first = Stream.concat(all.stream().filter(met::contains), all.stream())
                .distinct()
                .limit(Artifacts.MOST)
                .collect(Collectors.toSet());
        return all.stream().filter(first::contains).toList();
    }

    /** A mail from a bad place has only arrived; anything else there is contact. */
    private static Stage stage(Event event, Artifact artifact) {
        boolean mail = event.layer().filter(Layer.MAIL::equals).isPresent();
        if (mail || artifact.type() == Artifact.Type.SENDER) {
            return Stage.INITIAL_ACCESS;
        }
        return artifact.type() == Artifact.Type.HASH ? Stage.EXECUTION : Stage.COMMAND_AND_CONTROL;
    }

    Optional<Mark> mark(RuleRef ref, Optional<Stage> tactic) {
        return StageOf.of(event, tactic).flatMap(stage -> event.layer().map(layer -> mark(ref, stage, layer)));
    }

    private Mark mark(RuleRef ref, Stage stage, Layer layer) {
        String original = event.text(Fields.EVENT_ORIGINAL).orElse("");
        return new Mark(
                event.id(),
                event.hash(),
                event.time(),
                event.start(),
                event.number(Fields.EVENT_SEQUENCE).orElse(0),
                source(),
                event.text(Fields.CONNECTOR).orElse("unknown"),
                clock(layer),
                layer,
                event.verdict().orElse(null),
                stage,
                ref,
                artifacts,
                Summary.of(event),
                users(layer),
                bytesOut(),
                Excerpt.cut(original, Mark.ORIGINAL_CHARS),
                List.of());
    }

    /** A mail's recipients are no users of one host, and the system's own accounts are nobody's. */
    private List<String> users(Layer layer) {
        return layer == Layer.MAIL
                ? List.of()
                : event.texts(Fields.USER_NAME).stream()
                        .filter(name -> !name.isEmpty() && !name.endsWith("$") && !name.endsWith("\\"))
                        .map(name -> Identity.user(name).value())
                        .filter(name -> !SYSTEM_ACCOUNTS.contains(name))
                        .toList();
    }

    private String source() {
        return event.text(Fields.SOURCE).orElse("unknown");
    }

    private String clock(Layer layer) {
        return event.text(layer == Layer.EPP ? Fields.HOST_NAME : Fields.OBSERVER_NAME)
                .or(() -> event.text(Fields.OBSERVER_NAME))
                .orElseGet(this::source);
    }

    /** Of a session from us to somebody outside; a proxy's or firewall's refusal let nothing out. */
    private long bytesOut() {
        boolean toOutside =
                artifacts.stream().anyMatch(a -> a.type() == Artifact.Type.ADDRESS || a.type() == Artifact.Type.DOMAIN);
        boolean fromInside = event.text(Fields.SOURCE_IP)
                .flatMap(Address::parse)
                .filter(a -> !a.outside())
                .isPresent();
        boolean refused = event.verdict().filter(Verdict.BLOCKED::equals).isPresent();
        boolean mail = event.layer().filter(Layer.MAIL::equals).isPresent();
        return toOutside && fromInside && !refused && !mail
                ? event.number(Fields.SOURCE_BYTES).orElse(-1)
                : -1;
    }
}
