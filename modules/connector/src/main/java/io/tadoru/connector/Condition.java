package io.tadoru.connector;

/** A {@code when}: whether a step applies to the draft as it stands. */
@FunctionalInterface
interface Condition {
    Condition ALWAYS = draft -> true;

    boolean test(Draft draft);
}
