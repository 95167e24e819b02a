package io.tadoru.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Compiles a block, the connector as a whole or one branch of {@code choose}, into its steps. Whatever their order in the
 * file they run in this: read, reject, drop, choose, use, map, adopt, classify, observe. So branches set fields before what holds for all.
 */
final class Block {
    static final List<String> KEYS =
            List.of("read", "reject", "drop", "choose", "use", "map", "adopt", "classify", "observe");
    private static final List<String> BRANCH =
            List.of("when", "read", "reject", "drop", "choose", "use", "map", "adopt", "classify", "observe");

    private final MapSection map;
    private final Others others;

    Block(Map<String, Spot> tables, Others others) {
        this.map = new MapSection(tables);
        this.others = others;
    }

    Step compile(Spot spot) {
        List<Step> steps = new ArrayList<>();
        spot.at("read").ifPresent(s -> steps.addAll(ReadSection.compile(s)));
        spot.at("reject").ifPresent(s -> s.list().forEach(r -> steps.add(end(r, Parsed.Rejected::new))));
        spot.at("drop").ifPresent(s -> s.list().forEach(d -> steps.add(end(d, Parsed.Dropped::new))));
        spot.at("choose").ifPresent(s -> steps.add(choose(s)));
        spot.at("use").ifPresent(s -> steps.add(Use.compile(s, others)));
        spot.at("map").ifPresent(s -> steps.addAll(map.compile(s)));
        spot.at("adopt").filter(Spot::flag).ifPresent(s -> steps.add(Adopt.FIELDS));
        spot.at("classify").ifPresent(s -> s.list().forEach(c -> steps.add(classify(c))));
        spot.at("observe").ifPresent(s -> s.list().forEach(o -> steps.add(observe(o))));
        return Step.all(steps);
    }

    /** A reason alone ends whatever comes here. */
    private static Step end(Spot spot, Function<String, Parsed> as) {
        if (spot.isText()) {
            Parsed end = as.apply(spot.text());
            return draft -> draft.stop(end);
        }
        spot.only(List.of("when", "reason"));
        Condition when = Conditions.compile(spot.need("when"));
        Parsed end = as.apply(spot.need("reason").text());
        return draft -> {
            if (when.test(draft)) {
                draft.stop(end);
            }
        };
    }

    private record Branch(Condition when, Step then) {}

    private Step choose(Spot section) {
        List<Branch> branches = section.list().stream()
                .map(s -> new Branch(Conditions.of(s.only(BRANCH).fields()), compile(s)))
                .toList();
        return draft -> {
            for (Branch branch : branches) {
                if (branch.when.test(draft)) {
                    branch.then.run(draft);
                    return;
                }
            }
        };
    }

    private static Step classify(Spot spot) {
        spot.only(List.of("when", "set"));
        Condition when = Conditions.of(spot.fields());
        Step set = Step.all(constants(spot.need("set")));
        return draft -> {
            if (when.test(draft)) {
                set.run(draft);
            }
        };
    }

    private static List<Step> constants(Spot set) {
        List<Step> steps = new ArrayList<>();
        for (Spot key : set.keys()) {
            Target target = Target.of(key);
            Spot value = set.need(key.text());
            Vocabulary.check(target.field(), value);
            List<?> values = Source.list(value.constant());
            steps.add(draft -> {
                Object fit = target.fit(values, draft);
                if (fit != null) {
                    draft.set(target.field(), fit);
                }
            });
        }
        set.fields();
        return steps;
    }

    private static Step observe(Spot spot) {
        Observe observe = Observe.compile(spot);
        return draft -> draft.later(observe);
    }
}
