package io.tadoru.event;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Finds the constant that a word in a document stands for. */
final class Words {
    private Words() {}

    static <T> Optional<T> find(T[] values, Function<T, String> text, String word) {
        return Arrays.stream(values)
                .filter(v -> text.apply(v).equalsIgnoreCase(word))
                .findFirst();
    }
}
