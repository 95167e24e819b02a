package io.tadoru.detection;

/**
 * Which rule, in which version, made a mark.
 *
 * @param version SHA-256 of the rule's text, shortened to 12 hex digits: changes when the rule does
 */
public record RuleRef(String id, String title, String version, Level level) {}
