package io.tadoru.detection.indicator;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a part of a STIX pattern comes to.
 *
 * @param values each alone is enough
 * @param refused what cannot be looked up, in words
 * @param objects the types of object that it speaks of
 */
record StixFound(List<Written> values, List<String> refused, Set<String> objects) {
    /** Of these one value decides alone: what is said of the same object besides only tells it more exactly. */
    private static final Set<String> DECIDED = Set.of("file", "artifact", "network-traffic");

    static StixFound value(String object, Written value) {
        return new StixFound(List.of(value), List.of(), Set.of(object));
    }

    static StixFound refused(String object, String why) {
        return new StixFound(List.of(), List.of(why), Set.of(object));
    }

    /** Any of the parts. */
    static StixFound or(List<StixFound> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : new StixFound(
                        parts.stream().flatMap(p -> p.values().stream()).toList(),
                        parts.stream().flatMap(p -> p.refused().stream()).toList(),
                        objects(parts));
    }

    /** All of the parts, of one object. */
    static StixFound and(List<StixFound> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        StixFound any = or(parts);
        boolean decided = any.objects().size() == 1 && DECIDED.containsAll(any.objects());
        return decided && !any.values().isEmpty()
                ? new StixFound(any.values(), List.of(), any.objects())
                : new StixFound(List.of(), List.of("AND, of " + String.join(" and ", words(any)) + ","), any.objects());
    }

    private static List<String> words(StixFound any) {
        return Stream.concat(any.objects().stream(), any.refused().stream())
                .distinct()
                .limit(4)
                .toList();
    }

    /** Not what it finds, but why that is not enough. */
    StixFound but(String why) {
        return new StixFound(List.of(), List.of(why), objects);
    }

    private static Set<String> objects(List<StixFound> parts) {
        Set<String> all = new TreeSet<>();
        parts.forEach(part -> all.addAll(part.objects()));
        return all;
    }
}
