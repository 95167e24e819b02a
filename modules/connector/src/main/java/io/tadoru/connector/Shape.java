package io.tadoru.connector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that look alike: the same words at the beginning, the same signs between them.
 *
 * @param form what the beginnings have in common, see {@link #form(String)}
 * @param lines some of those, at most {@link #KEPT}
 * @param count of all
 */
public record Shape(String form, List<String> lines, long count) {
    private static final int KEPT = 200;
    private static final int MOST_SHAPES = 2_000;
    private static final int CHARACTERS = 60;

    /** Groups lines by their shape, the most frequent first. */
    public static List<Shape> of(List<String> lines) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String line : lines) {
            String form = form(line);
            if (groups.size() < MOST_SHAPES || groups.containsKey(form)) {
                List<String> group = groups.computeIfAbsent(form, f -> new ArrayList<>());
                counts.merge(form, 1L, Long::sum);
                if (group.size() < KEPT) {
                    group.add(line);
                }
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Shape(
                        group.getKey(), List.copyOf(group.getValue()), counts.getOrDefault(group.getKey(), 0L)))
                .sorted(Comparator.comparingLong(Shape::count).reversed().thenComparing(Shape::form))
                .toList();
    }

    /** Of the line's beginning: any run of digits is one 0, any run of letters one a, other signs are themselves. */
    private static String form(String line) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < line.length() && form.length() < CHARACTERS; i++) {
            char c = line.charAt(i);
            char sign = Character.isDigit(c) ? '0' : Character.isLetter(c) ? 'a' : c;
            boolean again = (sign == '0' || sign == 'a') && !form.isEmpty() && form.charAt(form.length() - 1) == sign;
            if (!again) {
                form.append(sign);
            }
        }
        return form.toString();
    }
}
