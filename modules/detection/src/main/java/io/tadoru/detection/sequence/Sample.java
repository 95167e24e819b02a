package io.tadoru.detection.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One event for each stage, all different, at whatever times: a notion for files, for a stream has no end. */
public record Sample(List<Stage> stages, int most) implements Definition {
    public Sample {
        stages = List.copyOf(stages);
    }

    @Override
    public List<Result> find(List<Hit> hits) {
        List<List<Hit>> candidates = IntStream.range(0, stages.size())
                .mapToObj(stage -> hits.stream().filter(hit -> hit.is(stage)).toList())
                .toList();
        List<Result> found = new ArrayList<>();
        choose(candidates, new ArrayList<@Nullable Hit>(), found);
        return found;
    }

    private void choose(List<List<Hit>> candidates, List<@Nullable Hit> chosen, List<Result> found) {
        if (chosen.size() == candidates.size()) {
            found.add(Result.of(chosen, Optional.empty()));
            return;
        }
        for (Hit hit : candidates.get(chosen.size())) {
            if (found.size() >= most) {
                return;
            }
            if (!chosen.contains(hit)) {
                chosen.add(hit);
                choose(candidates, chosen, found);
                chosen.removeLast();
            }
        }
    }
}
