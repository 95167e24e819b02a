package io.tadoru.detection;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many expressions, by their numbers, arranged so that an event need be put only to those that can match it: each of its values
 * is read once, for the needles of all. Safe to share.
 */
final class ExpressionIndex {
    private static final String VENDOR = Fields.VENDOR + ".";

    private final List<Expression> expressions;
    private final Map<String, Haystack> fields = new HashMap<>();
    /** The vendor's names, as his object has them. */
    private final Map<String, Haystack> vendorFields = new HashMap<>();
    /** What keywords look for, in any field. */
    private final Haystack anywhere = new Haystack();

    private final BitSet lookAnywhere = new BitSet();
    /** Those that may match whatever stands where. */
    private final BitSet always = new BitSet();

    ExpressionIndex(List<Expression> expressions) {
        this.expressions = List.copyOf(expressions);
        Needles needles = new Needles(expressions);
        for (int i = 0; i < expressions.size(); i++) {
            int number = i;
            needles.of(expressions.get(i))
                    .ifPresentOrElse(places -> places.forEach(place -> add(place, number)), () -> always.set(number));
        }
        anywhere.close();
        fields.values().forEach(Haystack::close);
        vendorFields.values().forEach(Haystack::close);
    }

    private void add(Needles.Place place, int number) {
        haystack(place.field(), number).add(place.needle(), number);
    }

    private Haystack haystack(String field, int number) {
        if (field.equals(Needles.ANYWHERE)) {
            lookAnywhere.set(number);
            return anywhere;
        }
        return field.startsWith(VENDOR)
                ? vendorFields.computeIfAbsent(field.substring(VENDOR.length()), f -> new Haystack())
                : fields.computeIfAbsent(field, f -> new Haystack());
    }

    boolean matches(int number, Event event) {
        return expressions.get(number).matches(event);
    }

    /** The numbers of those that can match; the others cannot. */
    BitSet candidates(Event event) {
        return candidates(event, lookAnywhere);
    }

    /**
     * The same, where only some are asked for.
     *
     * @param wanted of the others nothing is said
     */
    BitSet candidates(Event event, BitSet wanted) {
        BitSet candidates = (BitSet) always.clone();
        boolean all = wanted.intersects(lookAnywhere);
        event.fields().forEach((name, value) -> {
            if (all) {
                search(anywhere, value, candidates);
            }
            if (name.equals(Fields.VENDOR)) {
                below("", value, candidates);
            } else {
                search(fields.get(name), value, candidates);
            }
        });
        return candidates;
    }

    /** An object of the vendor's: whatever its depth, rules call its values by dotted names. */
    private void below(String prefix, Object value, BitSet candidates) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, inner) -> {
                String name = prefix.isEmpty() ? key.toString() : prefix + key;
                search(vendorFields.get(name), inner, candidates);
                if (inner instanceof Map<?, ?>) {
                    below(name + ".", inner, candidates);
                }
            });
        }
    }

    private static void search(@Nullable Haystack haystack, Object value, BitSet candidates) {
        if (haystack == null) {
            return;
        }
        if (value instanceof String text) {
            haystack.search(text, candidates);
        } else {
            Expression.texts(value).forEach(text -> haystack.search(text, candidates));
        }
    }
}
