package io.tadoru.detection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The needles of one field: reads a value once, however many there are, and says which rules they belong to. Needles lie in
 * buckets by three of their letters, whose hash rolls along the value (the idea of Wu and Manber's multi-pattern search).
 */
final class Haystack {
    /** What lies beyond is not looked at for needles; such a value meets all rules that look into the field. */
    private static final int LONGEST = 65_536;

    private static final int LONGEST_NUMBER = 32;
    private static final Part[] NONE = {};

    /** A needle, where in it its three letters end, and its rules. */
    private record Part(String text, int end, BitSet rules) {
        boolean isAt(char[] value, int lettersEnd) {
            int start = lettersEnd - end;
            if (start < 0 || start + text.length() > value.length) {
                return false;
            }
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) != value[start + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, BitSet> whole = new HashMap<>();
    private final Map<String, BitSet> parts = new HashMap<>();
    private final BitSet everyRule = new BitSet();
    private int longestWhole;
    private Part[][] buckets = {};
    /** Bits that a letter moves on for the next: the hash of three letters has three times as many. */
    private int shift;

    void add(Needle needle, int rule) {
        everyRule.set(rule);
        switch (needle) {
            case Needle.Whole w -> {
                whole.computeIfAbsent(w.text(), t -> new BitSet()).set(rule);
                longestWhole = Math.max(longestWhole, w.text().length());
            }
            case Needle.Part p ->
                parts.computeIfAbsent(p.text(), t -> new BitSet()).set(rule);
        }
    }

    /** Puts each needle into the emptiest of the buckets that it may lie in. */
    void close() {
        shift = parts.size() <= 8 ? 3 : parts.size() <= 128 ? 4 : 5;
        List<List<Part>> filling = new ArrayList<>();
        for (int i = 0; i <= mask(); i++) {
            filling.add(List.of());
        }
        parts.forEach((text, rules) -> {
            int best = emptiest(text, filling);
            List<Part> more = new ArrayList<>(filling.get(hash(text, best)));
            more.add(new Part(text, best, rules));
            filling.set(hash(text, best), more);
        });
        buckets = filling.stream().map(some -> some.toArray(NONE)).toArray(Part[][]::new);
    }

    private int emptiest(String text, List<List<Part>> filling) {
        int best = Needles.SHORTEST - 1;
        for (int end = best + 1; end < text.length(); end++) {
            if (filling.get(hash(text, end)).size()
                    < filling.get(hash(text, best)).size()) {
                best = end;
            }
        }
        return best;
    }

    private int mask() {
        return (1 << (3 * shift)) - 1;
    }

    private int hash(String text, int end) {
        return rolled(rolled(rolled(0, text.charAt(end - 2)), text.charAt(end - 1)), text.charAt(end));
    }

    private int rolled(int hash, char next) {
        return ((hash << shift) ^ next) & mask();
    }

    /** Sets the rules of all needles that stand in the value. */
    void search(String value, BitSet into) {
        if (value.length() > LONGEST) {
            into.or(everyRule);
            return;
        }
        char[] folded = value.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Glob.fold(folded[i]);
        }
        if (folded.length <= Math.max(longestWhole, LONGEST_NUMBER) && !whole.isEmpty()) {
            whole(new String(folded), into);
        }
        if (!parts.isEmpty()) {
            parts(folded, into);
        }
    }

    private void whole(String text, BitSet into) {
        exactly(text, into);
        BigDecimal number = ValueTest.decimal(text);
        if (number != null) {
            exactly(NumberTest.canonical(number), into);
        }
    }

    private void exactly(String text, BitSet into) {
        BitSet rules = whole.get(text);
        if (rules != null) {
            into.or(rules);
        }
    }

    private void parts(char[] value, BitSet into) {
        int hash = 0;
        for (int i = 0; i < value.length; i++) {
            hash = rolled(hash, value[i]);
            for (Part part : buckets[hash]) {
                if (part.isAt(value, i)) {
                    into.or(part.rules());
                }
            }
        }
    }
}
