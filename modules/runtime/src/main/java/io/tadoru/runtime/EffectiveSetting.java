package io.tadoru.runtime;

import java.util.Optional;

/**
 * A setting as it is in force, for people.
 *
 * @param value as text, masked where it is a secret; empty where nothing is set
 * @param from a file with line, a variable, an option, or {@code default}
 */
public record EffectiveSetting(String name, Optional<String> value, String from, String sentence) {}
