package io.tadoru.detection;

import io.tadoru.detection.Correlation.Base;
import io.tadoru.detection.sequence.Definition;
import io.tadoru.detection.sequence.Stage;
import io.tadoru.detection.sequence.Stage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps of a sequence as they are read: repetitions written out, each with the rule that fills it. */
final class SequenceSteps {
    private static final List<String> KEYS = List.of("rule", "by", "optional", "missing", "runs");

    private final GroupBy groupBy;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Base> bases = new ArrayList<>();

    SequenceSteps(GroupBy groupBy) {
        this.groupBy = groupBy;
    }

    /** A map of {@code rule, by, optional, missing, runs}. */
    void add(Doc step) {
        only(step, KEYS);
        boolean optional = flag(step, "optional");
        boolean missing = flag(step, "missing");
        int runs = step.child("runs").map(SequenceSteps::count).orElse(1);
        if (optional && (missing || runs > 1)) {
            throw step.error("an optional step is neither missing nor repeated");
        }
        add(
                step.need("rule"),
                missing ? Kind.MISSING : optional ? Kind.OPTIONAL : Kind.MANDATORY,
                runs,
                step.child("by"));
    }

    void add(Doc rule, Kind kind, int runs, Optional<Doc> by) {
        int step = stages.isEmpty() ? 0 : stages.getLast().step() + 1;
        long bits = 0;
        for (int i = 0; i < runs; i++) {
            if (stages.size() == Definition.MOST_STAGES) {
                throw rule.error("more than " + Definition.MOST_STAGES + " stages");
            }
            bits |= 1L << stages.size();
            stages.add(new Stage(kind, step));
        }
        bases.add(groupBy.base(rule, bits, false, by));
    }

    void until(Doc end) {
        only(end, List.of("rule", "by"));
        bases.add(groupBy.base(end.need("rule"), 0, true, end.child("by")));
    }

    List<Stage> stages() {
        return stages;
    }

    List<Base> bases() {
        return bases;
    }

    private static void only(Doc map, List<String> keys) {
        map.map().forEach((key, value) -> {
            if (!keys.contains(key)) {
                throw value.error("'" + key + "' is not known here: " + String.join(", ", keys));
            }
        });
    }

    private static boolean flag(Doc step, String key) {
        return step.child(key).filter(value -> value.text().equals("true")).isPresent();
    }

    private static int count(Doc runs) {
        if (!runs.text().matches("[1-9][0-9]?")) {
            throw runs.error("runs is a number from 1 to 99");
        }
        return Integer.parseInt(runs.text());
    }
}
