package io.tadoru.correlate;

import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.Bindings;
import io.tadoru.identity.Candidate;
import io.tadoru.identity.Runs;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What is known of an identity, and who asked: answers, and answers anew when a row changes what was said. */
final class IdentityDesk {
    /** Best candidates in an answer; the choice looks at the first, people at the next. */
    private static final int CANDIDATES = 3;

    /** A claim as kept, with what was answered. */
    record Kept(Claim claim, List<Candidate> answered) {}

    private final KeyValueStore<String, BindingRow> rows;
    private final KeyValueStore<String, Kept> claims;

    IdentityDesk(ProcessorContext<?, ?> context) {
        rows = context.getStateStore(Stores.ROWS);
        claims = context.getStateStore(Stores.CLAIMS);
    }

    /** Takes in an observation; tells the rows it changed. */
    Runs.Change observe(Observation seen) {
        Runs.Change change = Runs.add(rows(seen.identity()), seen);
        change.removed().forEach(r -> rows.delete(key(r)));
        change.put().forEach(r -> rows.put(key(r), r));
        return change;
    }

    /** Answers those kept claims whose answer is another now. */
    void answerAnew(Identity identity, Consumer<Answer> answers) {
        List<BindingRow> known = rows(identity);
        Stores.below(claims, identity.toString()).stream()
                .filter(k -> k.claim().identity().equals(identity))
                .filter(k -> !k.answered().equals(candidates(known, k.claim().time())))
                .forEach(k -> answer(k.claim(), known, answers));
    }

    /** Keeps and answers a claim, or forgets it. */
    void ask(Claim claim, Consumer<Answer> answers) {
        if (claim.withdrawn()) {
            claims.delete(key(claim));
        } else {
            answer(claim, rows(claim.identity()), answers);
        }
    }

    private void answer(Claim claim, List<BindingRow> known, Consumer<Answer> answers) {
        List<Candidate> candidates = candidates(known, claim.time());
        claims.put(key(claim), new Kept(claim, candidates));
        answers.accept(new Answer(claim.eventId(), claim.identity(), claim.time(), candidates));
    }

    private static List<Candidate> candidates(List<BindingRow> known, Instant time) {
        return Bindings.asOf(known, time).stream().limit(CANDIDATES).toList();
    }

    private List<BindingRow> rows(Identity identity) {
        return Stores.below(rows, identity.toString()).stream()
                .filter(r -> r.identity().equals(identity))
                .toList();
    }

    private static String key(BindingRow row) {
        return Stores.key(row.identity().toString(), row.key());
    }

    private static String key(Claim claim) {
        return Stores.key(claim.identity().toString(), claim.eventId());
    }
}
