package io.tadoru.detection;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Which rule, in which version, made a mark.
 *
 * @param version SHA-256 of the rule's text, shortened to 12 hex digits: changes when the rule does
 */
public record RuleRef(String id, String title, String version, Level level) {
    static final String INDICATOR = "indicator:";

    /** An indicator whose source is not sure of it: evidence beside other evidence, and nothing by itself. */
    @JsonIgnore
    public boolean isDoubtful() {
        return id.startsWith(INDICATOR) && level.compareTo(Level.HIGH) < 0;
    }
}
