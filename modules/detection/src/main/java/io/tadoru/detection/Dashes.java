package io.tadoru.detection;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sigma's {@code windash}: Windows takes {@code -flag}, {@code /flag} and typographic dashes for one. */
final class Dashes {
    private static final List<String> FORMS = List.of("-", "/", "\u2013", "\u2014", "\u2015");
    /** Where an option begins: no word goes into it, one comes out of it. */
    private static final Pattern OPTION = Pattern.compile("\\B[-/]\\b");

    private Dashes() {}

    /** The text with each sort of dash where an option begins. */
    static List<String> of(String text) {
        return Stream.concat(
                        Stream.of(text),
                        FORMS.stream().map(dash -> OPTION.matcher(text).replaceAll(dash)))
                .distinct()
                .toList();
    }
}
