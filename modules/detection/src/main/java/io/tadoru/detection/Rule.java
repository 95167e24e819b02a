package io.tadoru.detection;

import io.tadoru.event.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Sigma rule, compiled: one look at one event.
 *
 * @param name by which correlations and filters may refer to it; empty without
 * @param file where it is from
 * @param logsource product, category, service, as far as it says
 * @param tags as written
 * @param tactic the stage that its tags name; empty when they name none
 * @param asksToMark the rule's own {@code tadoru: {mark: true}}, for what matters in a chain but is no alarm
 * @param where which events it is for; the same object for all rules of a logsource
 * @param what what it asks of them
 * @param names what its field names stand for
 */
public record Rule(
        RuleRef ref,
        String name,
        Path file,
        Map<String, String> logsource,
        List<String> tags,
        Optional<Stage> tactic,
        boolean asksToMark,
        Expression where,
        Expression what,
        FieldNames names) {

    /** By default a rule marks at level high, or when it asks to. */
    public boolean marks() {
        return asksToMark || ref.level().compareTo(Level.HIGH) >= 0;
    }

    /** Whether the event is of the rule's kind and is what it looks for. */
    public boolean matches(Event event) {
        return where.matches(event) && what.matches(event);
    }

    /** Whether it is meant by that id or name. */
    boolean isCalled(String idOrName) {
        return ref.id().equalsIgnoreCase(idOrName) || (!name.isEmpty() && name.equals(idOrName));
    }

    /** The same, but for events that a filter lets pass. */
    Rule narrowed(Expression filter, String version) {
        RuleRef changed = new RuleRef(ref.id(), ref.title(), version, ref.level());
        Expression both = new Expression.And(List.of(what, filter));
        return new Rule(changed, name, file, logsource, tags, tactic, asksToMark, where, both, names);
    }
}
