package io.tadoru.connector;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;

/** Reads the named groups of the first pattern that is found in the text, in linear time whatever the text. */
final class Regex implements Reader {
    private final List<Pattern> patterns;
    private final List<List<Map.Entry<String, Integer>>> groups;

    Regex(List<Pattern> patterns) {
        this.patterns = patterns;
        this.groups = patterns.stream()
                .map(p -> List.copyOf(p.namedGroups().entrySet()))
                .toList();
    }

    @Override
    public boolean read(String text, Fill fill) {
        if (text.length() > Patterns.LONGEST) {
            return false;
        }
        for (int i = 0; i < patterns.size(); i++) {
            Matcher matcher = patterns.get(i).matcher(text);
            if (matcher.find()) {
                fill(matcher, groups.get(i), fill);
                return true;
            }
        }
        return false;
    }

    private static void fill(Matcher matcher, List<Map.Entry<String, Integer>> named, Reader.Fill fill) {
        for (Map.Entry<String, Integer> group : named) {
            String value = matcher.group(group.getValue());
            if (value != null) {
                fill.put(group.getKey(), value);
            }
        }
    }

    @Override
    public String expected() {
        return patterns.get(0).pattern();
    }
}
