package io.tadoru.detection.sequence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events in any order, the earliest of each kind; a result spends all that was seen before it. */
public record Unordered(List<Stage> stages, Optional<Duration> maxspan) implements Definition {
    public Unordered {
        stages = List.copyOf(stages);
    }

    @Override
    public List<Result> find(List<Hit> hits) {
        List<Result> found = new ArrayList<>();
        Seen seen = new Seen();
        for (Hit hit : hits) {
            if (hit.stages() != 0) {
                seen.add(hit);
                List<@Nullable Hit> filled = seen.filled();
                if (!filled.isEmpty()) {
                    found.add(Result.of(filled, Optional.of(hit.time())));
                    seen.clear();
                }
            }
            if (hit.until()) {
                seen.clear();
            }
        }
        return found;
    }

    /** The events since the last result or end, by step, as far back as the span reaches. */
    private final class Seen {
        private final List<Deque<Hit>> bySteps = new ArrayList<>();

        Seen() {
            stages.forEach(stage -> {
                if (stage.step() >= bySteps.size()) {
                    bySteps.add(new ArrayDeque<>());
                }
            });
        }

        void add(Hit hit) {
            Span span = new Span(maxspan);
            bySteps.forEach(seen -> {
                while (!seen.isEmpty() && !span.isWithin(seen.getFirst(), hit)) {
                    seen.removeFirst();
                }
            });
            for (int i = 0; i < stages.size(); i++) {
                int step = stages.get(i).step();
                boolean repeats = i > 0 && stages.get(i - 1).step() == step;
                if (hit.is(i) && !repeats) {
                    bySteps.get(step).addLast(hit);
                }
            }
        }

        /** A place for each stage; empty when a mandatory one has no event. */
        List<@Nullable Hit> filled() {
            List<@Nullable Hit> places = new ArrayList<@Nullable Hit>();
            Iterator<Hit> of = List.<Hit>of().iterator();
            int step = -1;
            for (Stage stage : stages) {
                of = stage.step() == step ? of : bySteps.get(stage.step()).iterator();
                step = stage.step();
                @Nullable Hit hit = of.hasNext() ? of.next() : null;
                if (hit == null && stage.isMandatory()) {
                    return List.of();
                }
                places.add(hit);
            }
            return places;
        }

        void clear() {
            bySteps.forEach(Deque::clear);
        }
    }
}
