package io.tadoru.detection;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** The part of a field's key after the name, {@code CommandLine|contains|all}, and what it makes of a value. */
final class Modifiers {
    private static final Set<String> KNOWN = Set.of(
            "expand",
            "contains",
            "startswith",
            "endswith",
            "all",
            "re",
            "i",
            "m",
            "s",
            "cidr",
            "exists",
            "cased",
            "neq",
            "lt",
            "lte",
            "gt",
            "gte",
            "windash",
            "base64",
            "base64offset",
            "wide",
            "utf16le",
            "utf16");
    private static final List<String> KINDS =
            List.of("contains", "startswith", "endswith", "re", "cidr", "exists", "lt", "lte", "gt", "gte");

    private final Set<String> given = new HashSet<>();

    private Modifiers() {}

    /** Refuses by name what is not supported, and what contradicts itself. */
    static Modifiers parse(Doc where, List<String> names) {
        Modifiers modifiers = new Modifiers();
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                throw where.error("modifier '" + name + "' is not supported");
            }
            modifiers.given.add(name);
        }
        List<String> kinds = KINDS.stream().filter(modifiers.given::contains).toList();
        boolean prefixed = modifiers.has("base64") || modifiers.has("base64offset");
        if (kinds.size() > 1) {
            throw where.error("modifiers " + kinds + " exclude each other");
        }
        if (!modifiers.has("re") && (modifiers.has("i") || modifiers.has("m") || modifiers.has("s"))) {
            throw where.error("modifiers i, m and s go with 're' only");
        }
        if (!prefixed && (modifiers.has("wide") || modifiers.has("utf16le") || modifiers.has("utf16"))) {
            throw where.error("modifiers wide, utf16 and utf16le go with 'base64' or 'base64offset' only");
        }
        return modifiers;
    }

    boolean has(String name) {
        return given.contains(name);
    }

    /** The tests of which one must pass for this one value. */
    List<ValueTest> tests(Doc value) {
        if (has("re")) {
            return List.of(ValueTest.regex(regex(value)));
        }
        if (has("cidr")) {
            return List.of(ValueTest.network(Network.parse(value.text())
                    .orElseThrow(() -> value.error("'" + value.text() + "' is no network in CIDR form"))));
        }
        return bounded() ? List.of(bound(value)) : words(value);
    }

    private boolean bounded() {
        return has("lt") || has("lte") || has("gt") || has("gte");
    }

    private ValueTest bound(Doc value) {
        BigDecimal bound = ValueTest.decimal(value.text());
        if (bound == null) {
            throw value.error("'" + value.text() + "' is no number to compare with");
        }
        IntPredicate order = has("lt") ? c -> c < 0 : has("lte") ? c -> c <= 0 : has("gt") ? c -> c > 0 : c -> c >= 0;
        return ValueTest.compare(bound, order);
    }

    private List<ValueTest> words(Doc value) {
        boolean before = has("contains") || has("endswith");
        boolean after = has("contains") || has("startswith");
        if (value.isNumber() && !before && !after) {
            return List.of(ValueTest.number(value.text()));
        }
        if (has("base64") || has("base64offset")) {
            return Base64Forms.of(value, this).stream()
                    .<ValueTest>map(form -> Glob.literal(form, before, after, true))
                    .toList();
        }
        return (has("windash") ? Dashes.of(value.text()) : List.of(value.text()))
                .stream()
                        .<ValueTest>map(form -> Glob.within(form, before, after, has("cased")))
                        .toList();
    }

    private Pattern regex(Doc value) {
        int flags = (has("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (has("m") ? Pattern.MULTILINE : 0)
                | (has("s") ? Pattern.DOTALL : 0);
        try {
            return Pattern.compile(value.text(), flags);
        } catch (PatternSyntaxException e) {
            throw value.error("regular expression is not RE2: " + e.getMessage());
        }
    }
}
