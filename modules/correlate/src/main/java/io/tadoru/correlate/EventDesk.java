package io.tadoru.correlate;

import io.tadoru.detection.Marks;
import io.tadoru.event.Identity;
import io.tadoru.event.Json;
import io.tadoru.event.Layer;
import io.tadoru.event.Party;
import io.tadoru.event.Sha256;
import io.tadoru.identity.Candidate;
import io.tadoru.identity.HostChoice;
import io.tadoru.identity.Resolution;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The one writer of what an event tells hosts: a function of its marks and its answers, and the difference to before. */
final class EventDesk {
    /** What an event has told: host to digest. */
    record Said(Map<String, String> digests) {}

    private final KeyValueStore<String, Marks> marks;
    private final KeyValueStore<String, Answer> answers;
    private final KeyValueStore<String, Said> said;

    EventDesk(ProcessorContext<?, ?> context) {
        marks = context.getStateStore(Stores.MARKS);
        answers = context.getStateStore(Stores.ANSWERS);
        said = context.getStateStore(Stores.SAID_HOSTS);
    }

    /** Takes in all marks of an event; tells which claims begin and which end. */
    void replace(Marks now, Consumer<Claim> claims) {
        Map<Identity, Instant> before = asked(marks.get(now.eventId()));
        Map<Identity, Instant> after = asked(now);
        before.forEach((identity, time) -> {
            if (!time.equals(after.get(identity))) {
                answers.delete(Stores.key(now.eventId(), identity.toString()));
                claims.accept(Claim.of(now.eventId(), identity, time).withdraw());
            }
        });
        keep(now);
        after.forEach((identity, time) -> {
            if (!time.equals(before.get(identity))) {
                claims.accept(Claim.of(now.eventId(), identity, time));
            }
        });
    }

    private void keep(Marks now) {
        if (now.marks().isEmpty()) {
            marks.delete(now.eventId());
        } else {
            marks.put(now.eventId(), now);
        }
    }

    private static Map<Identity, Instant> asked(@Nullable Marks of) {
        Map<Identity, Instant> asked = new LinkedHashMap<>();
        if (of != null) {
            Questions.of(of).forEach(i -> asked.put(i, of.time()));
        }
        return asked;
    }

    /** Takes in an answer, unless its claim was withdrawn meanwhile. */
    void hear(Answer answer) {
        if (answer.time().equals(asked(marks.get(answer.eventId())).get(answer.identity()))) {
            answers.put(Stores.key(answer.eventId(), answer.identity().toString()), answer);
        }
    }

    /** Says to each host what has changed for it. */
    void say(String eventId, Consumer<HostMarks> hosts) {
        Said before = said.get(eventId);
        Map<String, String> old = before == null ? Map.of() : before.digests();
        Map<String, String> told = new TreeMap<>();
        Map<String, HostMarks> wanted = wanted(eventId);
        old.keySet().stream()
                .filter(host -> !wanted.containsKey(host))
                .forEach(host -> hosts.accept(HostMarks.withdrawn(host, eventId)));
        wanted.forEach((host, say) -> {
            String digest = digest(say);
            told.put(host, digest);
            if (!digest.equals(old.get(host))) {
                hosts.accept(say);
            }
        });
        remember(eventId, told);
    }

    private void remember(String eventId, Map<String, String> told) {
        if (told.isEmpty()) {
            said.delete(eventId);
        } else {
            said.put(eventId, new Said(told));
        }
    }

    private Map<String, HostMarks> wanted(String eventId) {
        Marks of = marks.get(eventId);
        return of == null ? Map.of() : wanted(of);
    }

    /** A party waits for all its answers; they always come, if only to say that nothing is known. */
    private Map<String, HostMarks> wanted(Marks of) {
        Map<Identity, List<Candidate>> known = Stores.below(answers, of.eventId()).stream()
                .collect(Collectors.toMap(Answer::identity, Answer::candidates));
        Set<Identity> sensors = Questions.sensors(of);
        Map<String, HostMarks> wanted = new TreeMap<>();
        if (known.keySet().containsAll(sensors)) {
            Set<Layer> heard = heard(sensors, known);
            of.parties().stream()
                    .filter(p -> answered(p, known))
                    .map(p -> Resolution.choose(p, known))
                    .forEach(c -> wanted.putIfAbsent(c.host(), marks(of, c, heard)));
        }
        return wanted;
    }

    private static HostMarks marks(Marks of, HostChoice choice, Set<Layer> heard) {
        return new HostMarks(choice.host(), of.eventId(), choice.basis(), of.marks(), heard);
    }

    private static boolean answered(Party party, Map<Identity, List<Candidate>> known) {
        return party.identities().stream().allMatch(i -> i.kind() == Identity.Kind.HOST || known.containsKey(i));
    }

    private static Set<Layer> heard(Set<Identity> sensors, Map<Identity, List<Candidate>> known) {
        return sensors.stream()
                .filter(s -> !known.getOrDefault(s, List.of()).isEmpty())
                .flatMap(s -> Layer.of(s.value()).stream())
                .collect(Collectors.toSet());
    }

    /** Of the parts in fixed order: a set's own order may differ from run to run. */
    private static String digest(HostMarks say) {
        String heard = say.heard().stream().sorted().map(Layer::text).collect(Collectors.joining(","));
        return Sha256.hex(say.basis() + "|" + heard + "|" + Json.text(say.marks()));
    }
}
