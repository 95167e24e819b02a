package io.tadoru.detection;

import io.tadoru.detection.sequence.Definition;
import java.util.List;
import java.util.Optional;

/**
 * A Sigma correlation, compiled: what several events say together, each of which met one of its rules.
 *
 * @param name by which other correlations may refer to it; empty without
 * @param tactic the stage that its tags name; empty when they name none
 * @param asksToMark the rule's own {@code tadoru: {mark: true}}
 * @param generates whether its rules mark by themselves too; by Sigma's default they do not
 * @param bases what feeds it
 * @param groups how many values its key has
 */
public record Correlation(
        RuleRef ref,
        String name,
        Optional<Stage> tactic,
        boolean asksToMark,
        boolean generates,
        Definition definition,
        List<Base> bases,
        int groups) {
    public Correlation {
        bases = List.copyOf(bases);
    }

    /**
     * A rule that feeds a correlation.
     *
     * @param rule its id; of a rule, or of another correlation
     * @param stages a bit for each stage of the definition that it fills
     * @param until whether it ends what is pending
     * @param key for each value of the key the fields that may hold it
     * @param places for a correlation as base: which of its own key's values those are
     * @param value the fields whose values are counted or summed
     */
    public record Base(
            String rule,
            long stages,
            boolean until,
            List<List<String>> key,
            List<Integer> places,
            List<List<String>> value) {
        public Base {
            key = List.copyOf(key);
            places = List.copyOf(places);
            value = List.copyOf(value);
        }
    }

    /** By default a correlation marks at level high, or when it asks to. */
    public boolean marks() {
        return asksToMark || ref.level().compareTo(Level.HIGH) >= 0;
    }

    boolean isCalled(String idOrName) {
        return ref.id().equalsIgnoreCase(idOrName) || (!name.isEmpty() && name.equals(idOrName));
    }
}
