package io.tadoru.detection;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Which rule, in which version, made a mark.
 *
 * @param version SHA-256 of the rule's text, shortened to 12 hex digits: changes when the rule does
 */
public record RuleRef(String id, String title, String version, Level level) {
    static final String INDICATOR = "indicator:";

    /** Made by an indicator, not by a rule. */
    @JsonIgnore
    public boolean isIndicator() {
        return id.startsWith(INDICATOR);
    }

    /** An indicator whose source is not sure of it: evidence beside other evidence, and nothing by itself. */
    @JsonIgnore
    public boolean isDoubtful() {
        return isIndicator() && level.compareTo(Level.HIGH) < 0;
    }
}
