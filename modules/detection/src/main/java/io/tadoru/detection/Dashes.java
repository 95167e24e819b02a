package io.tadoru.detection;

import java.util.List;
import java.util.stream.Stream;

/** Sigma's {@code windash}: Windows takes {@code -flag}, {@code /flag} and typographic dashes for one. */
final class Dashes {
    private static final List<String> FORMS = List.of("-", "/", "\u2013", "\u2014", "\u2015");

    private Dashes() {}

    /** The text with each sort of dash where an option begins. */
    static List<String> of(String text) {
        return Stream.concat(Stream.of(text), FORMS.stream().map(dash -> text.replaceAll("(?<!\\S)[-/]", dash)))
                .distinct()
                .toList();
    }
}
