package io.tadoru.detection;

/**
 * What a value must have for a test to pass, in folded letters: the door through which {@link RuleIndex} finds the rules that
 * an event can match. Only necessary: the test itself still decides.
 */
sealed interface Needle {
    /** Nothing can be said. */
    Needle NONE = new Part("");

    String text();

    /** The value is this, as text or as a number. */
    record Whole(String text) implements Needle {}

    /** This stands somewhere in the value. */
    record Part(String text) implements Needle {}
}
