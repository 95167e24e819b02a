package io.tadoru.detection.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Events one after the other. The newest opener and the first closer win; an event that advances a sequence consumes it. Absent
 * and optional stages are looked at afterwards, by {@link Completion}.
 */
public record Sequence(List<Stage> stages, Optional<Duration> maxspan) implements Definition {
    public Sequence {
        stages = List.copyOf(stages);
    }

    @Override
    public List<Result> find(List<Hit> hits) {
        Completion completion = new Completion(this, hits);
        return chains(hits).stream()
                .flatMap(chain -> completion.of(chain).stream())
                .toList();
    }

    Span span() {
        return new Span(maxspan);
    }

    /** A bit for each stage that must stay empty after all mandatory ones. */
    public long trailing() {
        int[] mandatory = mandatory();
        return IntStream.range(mandatory[mandatory.length - 1], stages.size())
                .filter(i -> stages.get(i).kind() == Stage.Kind.MISSING)
                .mapToLong(i -> 1L << i)
                .reduce(0, (a, b) -> a | b);
    }

    /** The stages that must be filled, by their numbers. */
    int[] mandatory() {
        return IntStream.range(0, stages.size())
                .filter(i -> stages.get(i).isMandatory())
                .toArray();
    }

    /** A sequence as far as it has come; never changed, so that later ones may share its beginning. */
    private record Pending(@Nullable Pending before, Hit hit, Hit first) {
        List<Hit> all() {
            List<Hit> all = new ArrayList<>();
            for (Pending at = this; at != null; at = at.before) {
                all.add(at.hit);
            }
            return all.reversed();
        }
    }

    /** All runs of mandatory events: a slot for each stage but the last holds what waits for the next. */
    private List<List<Hit>> chains(List<Hit> hits) {
        int[] mandatory = mandatory();
        @Nullable Pending[] slots = new Pending[mandatory.length];
        List<List<Hit>> found = new ArrayList<>();
        for (Hit hit : hits) {
            for (int s = mandatory.length - 1; s >= 0; s--) { // the last first: no event advances what it has begun
                if (hit.is(mandatory[s])) {
                    advance(slots, s, hit);
                }
            }
            Pending whole = slots[slots.length - 1];
            if (whole != null) {
                found.add(whole.all());
                slots[slots.length - 1] = null;
            }
            if (hit.until()) {
                Arrays.fill(slots, null);
            }
        }
        return found;
    }

    private void advance(@Nullable Pending[] slots, int stage, Hit hit) {
        if (stage == 0) {
            slots[0] = new Pending(null, hit, hit);
            return;
        }
        Pending before = slots[stage - 1];
        slots[stage - 1] = null; // consumed, whatever comes of it
        if (before != null && span().isWithin(before.first, hit)) {
            slots[stage] = new Pending(before, hit, before.first);
        }
    }
}
