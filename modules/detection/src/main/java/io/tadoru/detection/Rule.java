package io.tadoru.detection;

import io.tadoru.event.Event;
import java.util.Optional;

/**
 * A Sigma rule, compiled: one look at one event.
 *
 * @param tactic the stage that its tags name; empty only where the events' verdict always decides
 * @param asksToMark the rule's own {@code tadoru: {mark: true}}, for what matters in a chain but is no alarm
 * @param where which events it is for; the same object for all rules of a logsource
 * @param what what it asks of them
 */
public record Rule(RuleRef ref, Optional<Stage> tactic, boolean asksToMark, Expression where, Expression what) {

    /** By default a rule marks at level high, or when it asks to. */
    public boolean marks() {
        return asksToMark || ref.level().compareTo(Level.HIGH) >= 0;
    }

    /** Whether the event is of the rule's kind and is what it looks for. */
    public boolean matches(Event event) {
        return where.matches(event) && what.matches(event);
    }
}
