package io.tadoru.serve.api;

import io.javalin.http.Context;
import io.tadoru.event.Instants;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request's query parameters, each known, given once and bounded. */
final class Parameters {
    private static final int LONGEST = 256;

    private final Map<String, List<String>> given;

    private Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    static Parameters of(Context context, Set<String> known) {
        return of(context.queryParamMap(), known);
    }

    static Parameters of(Map<String, List<String>> given, Set<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Problem.bad("There is no such parameter; known are: "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
            }
            if (values.size() != 1) {
                throw Problem.bad(name + " is given more than once.");
            }
            if (values.getFirst().length() > LONGEST) {
                throw Problem.bad(name + " is longer than " + LONGEST + " characters.");
            }
        });
        return new Parameters(given);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(List::getFirst).filter(text -> !text.isEmpty());
    }

    Optional<Instant> time(String name) {
        return text(name)
                .map(text -> Instants.parse(text)
                        .orElseThrow(() -> Problem.bad(name + " is no time such as 2022-02-26T01:02:11Z.")));
    }

    boolean flag(String name) {
        return text(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw Problem.bad(name + " is true or false.");
                })
                .orElse(false);
    }

    int number(String name, int byDefault, int most) {
        return text(name).map(text -> number(name, text, most)).orElse(byDefault);
    }

    private static int number(String name, String text, int most) {
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw Problem.bad(name + " is a number from 1 to " + most + ".");
        }
        return number;
    }

    /** Words separated by commas. */
    List<String> words(String name, Set<String> known) {
        List<String> words = text(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .distinct()
                .toList();
        if (!known.containsAll(words)) {
            throw Problem.bad(name + " is one of "
                    + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        return words;
    }
}
