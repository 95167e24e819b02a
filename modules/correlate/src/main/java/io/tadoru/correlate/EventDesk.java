package io.tadoru.correlate;

import io.tadoru.detection.Marks;
import io.tadoru.event.Identity;
import io.tadoru.event.Json;
import io.tadoru.event.Layer;
import io.tadoru.event.Party;
import io.tadoru.event.Sha256;
import io.tadoru.identity.Asking;
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
import org.jspecify.annotations.Nullable;

/** The one writer of what an event tells hosts: a function of its marks and its answers, and the difference to before. */
final class EventDesk {
    /** What an event has told: host to digest. */
    record Said(Map<String, String> digests) {}

    private final Table<Marks> marks;
    private final Table<Answer> answers;
    private final Table<Said> said;

    EventDesk(ProcessorContext<?, ?> context) {
        marks = Table.of(context, Stores.MARKS);
        answers = Table.of(context, Stores.ANSWERS);
        said = Table.of(context, Stores.SAID_HOSTS);
    }

    Table<Marks> marks() {
        return marks;
    }

    /** Takes in all marks of an event; tells which claims begin and which end. */
    void replace(Marks now, long known, Consumer<Claim> claims) {
        @Nullable Marks old = marks.get(now.eventId());
        if (now.equals(old)) {
            return; // what was known before does not become newer by being repeated
        }
        Map<Identity, List<Candidate>> answered = answered(now.eventId());
        Map<Identity, Instant> before = asked(old, answered);
        boolean sameTime = old != null && now.time().equals(old.time());
        Map<Identity, Instant> after = asked(now, sameTime ? answered : Map.of());
        keep(now, known);
        change(now.eventId(), before, after, claims);
    }

    private void change(
            String eventId, Map<Identity, Instant> before, Map<Identity, Instant> after, Consumer<Claim> claims) {
        before.forEach((identity, time) -> {
            if (!time.equals(after.get(identity))) {
                answers.delete(Table.key(eventId, identity.toString()));
                claims.accept(Claim.of(eventId, identity, time).withdraw());
            }
        });
        after.forEach((identity, time) -> {
            if (!time.equals(before.get(identity))) {
                claims.accept(Claim.of(eventId, identity, time));
            }
        });
    }

    private void keep(Marks now, long known) {
        if (now.marks().isEmpty()) {
            marks.delete(now.eventId());
        } else {
            marks.put(now.eventId(), now, known);
        }
    }

    private static Map<Identity, Instant> asked(@Nullable Marks of, Map<Identity, List<Candidate>> known) {
        Map<Identity, Instant> asked = new LinkedHashMap<>();
        if (of != null) {
            Questions.of(of, known).forEach(i -> asked.put(i, of.time()));
        }
        return asked;
    }

    private Map<Identity, List<Candidate>> answered(String eventId) {
        return answers.below(eventId).stream().collect(Collectors.toMap(Answer::identity, Answer::candidates));
    }

    /** Takes in an answer, unless its claim was withdrawn meanwhile; it may bring up what else to ask, or no longer. */
    void hear(Answer answer, long known, Consumer<Claim> claims) {
        @Nullable Marks of = marks.get(answer.eventId());
        Map<Identity, Instant> before = asked(of, answered(answer.eventId()));
        if (answer.time().equals(before.get(answer.identity()))) {
            answers.put(Table.key(answer.eventId(), answer.identity().toString()), answer, known);
            change(answer.eventId(), before, asked(of, answered(answer.eventId())), claims);
        }
    }

    /** Says to each host what has changed for it. */
    void say(String eventId, long known, Consumer<HostMarks> hosts) {
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
        if (!told.equals(old)) {
            remember(eventId, told, known);
        }
    }

    private void remember(String eventId, Map<String, String> told, long known) {
        if (told.isEmpty()) {
            said.delete(eventId);
        } else {
            said.put(eventId, new Said(told), known);
        }
    }

    /** Without a word to anybody: what was told stands. */
    void forget(String eventId) {
        answers.below(eventId)
                .forEach(a -> answers.delete(Table.key(eventId, a.identity().toString())));
        said.delete(eventId);
        marks.delete(eventId);
    }

    private Map<String, HostMarks> wanted(String eventId) {
        Marks of = marks.get(eventId);
        return of == null ? Map.of() : wanted(of);
    }

    /** A party waits for all its answers; they always come, if only to say that nothing is known. */
    private Map<String, HostMarks> wanted(Marks of) {
        Map<Identity, List<Candidate>> known = answered(of.eventId());
        Map<String, HostMarks> wanted = new TreeMap<>();
        if (known.keySet().containsAll(Questions.SENSORS)) {
            Set<Layer> heard = heard(known);
            List<Party> answered =
                    of.parties().stream().filter(p -> answered(p, known)).toList();
            Resolution.choices(answered, known).forEach(c -> wanted.put(c.host(), marks(of, c, heard)));
        }
        return wanted;
    }

    private static HostMarks marks(Marks of, HostChoice choice, Set<Layer> heard) {
        return new HostMarks(choice.host(), of.eventId(), choice.basis(), of.marks(), heard);
    }

    private static boolean answered(Party party, Map<Identity, List<Candidate>> known) {
        return known.keySet().containsAll(Asking.of(party, known));
    }

    private static Set<Layer> heard(Map<Identity, List<Candidate>> known) {
        return Questions.SENSORS.stream()
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
