package io.tadoru.detection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The needles of one field: reads a value once, however many there are, and says which rules they belong to. */
final class Haystack {
    /** What lies beyond is not looked at for needles; such a value meets all rules that look into the field. */
    private static final int LONGEST = 65_536;

    private static final int FILTER_BITS = 1 << 14;

    /** A needle, where in it its three letters begin, and its rules. */
    private record Part(String text, int offset, BitSet rules) {}

    private final Map<String, BitSet> whole = new HashMap<>();
    private final Map<String, Part> parts = new HashMap<>();
    private final BitSet everyRule = new BitSet();
    private final Map<Long, List<Part>> byLetters = new HashMap<>();
    private final BitSet mayBegin = new BitSet(FILTER_BITS);

    void add(Needle needle, int rule) {
        everyRule.set(rule);
        switch (needle) {
            case Needle.Whole w ->
                whole.computeIfAbsent(w.text(), t -> new BitSet()).set(rule);
            case Needle.Part p ->
                parts.computeIfAbsent(p.text(), t -> new Part(t, 0, new BitSet()))
                        .rules()
                        .set(rule);
        }
    }

    /** Chooses for each needle the three of its letters that fewest needles have. */
    void close() {
        Map<Long, Integer> common = new HashMap<>();
        parts.keySet().forEach(text -> {
            for (int i = 0; i + Needles.SHORTEST <= text.length(); i++) {
                common.merge(letters(text, i), 1, Integer::sum);
            }
        });
        parts.values().forEach(part -> {
            int offset = rarest(part.text(), common);
            long letters = letters(part.text(), offset);
            mayBegin.set(hash(letters));
            byLetters
                    .computeIfAbsent(letters, l -> new ArrayList<>(1))
                    .add(new Part(part.text(), offset, part.rules()));
        });
    }

    private static int rarest(String text, Map<Long, Integer> common) {
        int best = 0;
        for (int i = 1; i + Needles.SHORTEST <= text.length(); i++) {
            if (common.getOrDefault(letters(text, i), 0) < common.getOrDefault(letters(text, best), 0)) {
                best = i;
            }
        }
        return best;
    }

    /** Sets the rules of all needles that stand in the value. */
    void search(String value, BitSet into) {
        if (value.length() > LONGEST) {
            into.or(everyRule);
            return;
        }
        String folded = Glob.lower(value);
        whole(folded, into);
        number(folded, into);
        for (int i = 0; i + Needles.SHORTEST <= folded.length() && !parts.isEmpty(); i++) {
            long letters = letters(folded, i);
            if (mayBegin.get(hash(letters))) {
                verify(folded, i, byLetters.get(letters), into);
            }
        }
    }

    private void whole(String text, BitSet into) {
        BitSet rules = whole.get(text);
        if (rules != null) {
            into.or(rules);
        }
    }

    private void number(String text, BitSet into) {
        BigDecimal number = whole.isEmpty() ? null : ValueTest.decimal(text);
        if (number != null) {
            whole(NumberTest.canonical(number), into);
        }
    }

    private static void verify(String value, int at, @Nullable List<Part> some, BitSet into) {
        if (some == null) {
            return;
        }
        for (Part part : some) {
            if (value.startsWith(part.text(), at - part.offset())) {
                into.or(part.rules());
            }
        }
    }

    private static long letters(String text, int at) {
        return (long) text.charAt(at) << 32 | (long) text.charAt(at + 1) << 16 | text.charAt(at + 2);
    }

    private static int hash(long letters) {
        return (int) ((letters * 0x9E3779B97F4A7C15L) >>> 50);
    }
}
