package io.tadoru.detection;

import com.google.re2j.PatternSyntaxException;
import io.tadoru.detection.BoundTest.Order;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a field's key after the name, {@code CommandLine|contains|all}, and what it makes of a value. The words are
 * those of Sigma's specification 2.1, appendix "modifiers".
 */
final class Modifiers {
    /** What is asked of a value; of these a key has at most one. */
    private static final List<String> KINDS = List.of("re", "cidr", "exists", "lt", "lte", "gt", "gte");

    /** Where in the value a text stands; of these at most one, and none with a kind but {@code fieldref}. */
    private static final List<String> PLACES = List.of("contains", "startswith", "endswith");

    private static final Set<String> ENCODINGS =
            Set.of("utf16", "utf16le", "utf16be", "wide", "base64", "base64offset");
    private static final Set<String> FLAGS = Set.of("i", "m", "s");
    private static final Set<String> OTHERS = Set.of("all", "cased", "neq", "windash", "expand", "fieldref");
    private static final List<String> PARTS =
            Arrays.stream(DatePart.Part.values()).map(DatePart.Part::text).toList();

    private final Set<String> given;

    private Modifiers(Set<String> given) {
        this.given = given;
    }

    /** Refuses by name what is not known, and what contradicts itself. */
    static Modifiers parse(Doc where, List<String> names) {
        for (String name : names) {
            if (Stream.of(KINDS, PLACES, ENCODINGS, FLAGS, OTHERS, PARTS).noneMatch(some -> some.contains(name))) {
                throw where.error("modifier '" + name + "' is not known");
            }
        }
        Modifiers modifiers = new Modifiers(new LinkedHashSet<>(names));
        modifiers.atMostOne(where, PARTS);
        modifiers.atMostOne(
                where, Stream.concat(KINDS.stream(), PLACES.stream()).toList());
        modifiers.onlyWith(where, FLAGS, "re");
        if (modifiers.has("fieldref") && modifiers.any(Set.copyOf(KINDS))) {
            throw where.error("modifier 'fieldref' goes with contains, startswith or endswith only");
        }
        return modifiers;
    }

    private void atMostOne(Doc where, List<String> of) {
        List<String> some = given.stream().filter(of::contains).toList();
        if (some.size() > 1) {
            throw where.error("modifiers " + some + " exclude each other");
        }
    }

    private void onlyWith(Doc where, Set<String> some, String other) {
        if (any(some) && !has(other)) {
            throw where.error("modifiers " + some.stream().sorted().toList() + " go with '" + other + "' only");
        }
    }

    private boolean any(Set<String> of) {
        return given.stream().anyMatch(of::contains);
    }

    boolean has(String name) {
        return given.contains(name);
    }

    /** Whether the text may go on before it. */
    boolean before() {
        return has("contains") || has("endswith");
    }

    /** Whether the text may go on after it. */
    boolean after() {
        return has("contains") || has("startswith");
    }

    /** As the rule wrote them, for who asks why. */
    @Override
    public String toString() {
        return String.join("|", given);
    }

    /** The tests of which one must pass for this one value. */
    List<ValueTest> tests(Doc value) {
        Optional<DatePart.Part> part =
                Arrays.stream(DatePart.Part.values()).filter(p -> has(p.text())).findFirst();
        List<ValueTest> plain = plain(value);
        return part.isEmpty()
                ? plain
                : plain.stream()
                        .<ValueTest>map(test -> new DatePart(part.get(), test))
                        .toList();
    }

    private List<ValueTest> plain(Doc value) {
        if (has("re")) {
            return List.of(pattern(value));
        }
        if (has("cidr")) {
            return List.of(new NetworkTest(Network.parse(value.text())
                    .orElseThrow(() -> value.error("'" + value.text() + "' is no network in CIDR form"))));
        }
        for (Order order : Order.values()) {
            if (has(order.name().toLowerCase(Locale.ROOT))) {
                return List.of(new BoundTest(order, number(value)));
            }
        }
        return words(value);
    }

    private static BigDecimal number(Doc value) {
        BigDecimal bound = ValueTest.decimal(value.text());
        if (bound == null) {
            throw value.error("'" + value.text() + "' is no number to compare with");
        }
        return bound;
    }

    private List<ValueTest> words(Doc value) {
        @Nullable BigDecimal number = value.isNumber() ? ValueTest.decimal(value.text()) : null;
        if (number != null && !before() && !after() && !any(ENCODINGS)) {
            return List.of(new NumberTest(value.text(), number));
        }
        List<String> written = has("windash") ? Dashes.of(value.text()) : List.of(value.text());
        return any(ENCODINGS)
                ? written.stream()
                        .flatMap(text -> Encodings.of(text, this).stream())
                        .<ValueTest>map(form -> Glob.literal(form, before(), after(), has("cased") || isBase64()))
                        .toList()
                : written.stream()
                        .<ValueTest>map(form -> Glob.within(form, before(), after(), has("cased")))
                        .toList();
    }

    private boolean isBase64() {
        return has("base64") || has("base64offset");
    }

    private PatternTest pattern(Doc value) {
        try {
            return PatternTest.of(value.text(), has("i"), has("m"), has("s"));
        } catch (PatternSyntaxException e) {
            throw value.error("is no regular expression: " + e.getMessage());
        }
    }
}
