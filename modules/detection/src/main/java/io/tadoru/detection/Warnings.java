package io.tadoru.detection;

import java.util.ArrayList;
import java.util.List;

/** What of a rule is done nearly as written, or perhaps not as its author thinks. */
final class Warnings {
    private Warnings() {}

    /**
     * In the order of the rule.
     *
     * @param staged the verdict of its events always decides the stage
     */
    static List<String> of(Rule rule, boolean staged) {
        List<String> all = new ArrayList<>();
        if (rule.tactic().isEmpty() && !staged) {
            all.add("no tag names an ATT&CK tactic: the event's layer decides the stage");
        }
        collect(rule.what(), all);
        return all.stream().distinct().toList();
    }

    private static void collect(Expression expression, List<String> into) {
        switch (expression) {
            case Expression.And and -> and.parts().forEach(part -> collect(part, into));
            case Expression.Or or -> or.parts().forEach(part -> collect(part, into));
            case Expression.Not not -> collect(not.part(), into);
            case Expression.Named named -> collect(named.part(), into);
            case Expression.Field field -> test(field.test(), field.said(), into);
            case Expression.Keyword keyword -> test(keyword.test(), keyword.said(), into);
            case Expression.Exists exists -> {}
            case Expression.Same same -> {}
        }
    }

    private static void test(ValueTest test, String said, List<String> into) {
        if (test instanceof PatternTest pattern && pattern.isLimited()) {
            into.add("look-around or back-references in '" + said
                    + "': a value that costs too many steps does not match");
        }
        if (test instanceof DatePart) {
            into.add("parts of dates are taken in UTC: '" + said + "'");
        }
    }
}
