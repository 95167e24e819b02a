package io.tadoru.connector;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text at the literals of a pattern such as <code>%{client} - %{user} [%{time}]</code>. <code>%{}</code> is skipped,
 * <code>%{name-&gt;}</code> takes further spaces after it along, the last name takes the rest.
 */
final class Dissect implements Reader {
    private final String pattern;
    private final String start;
    private final List<Part> parts;

    private record Part(String name, boolean padded, String until) {}

    Dissect(String pattern) {
        this.pattern = pattern;
        int first = pattern.indexOf("%{");
        this.start = first < 0 ? pattern : pattern.substring(0, first);
        this.parts = parts(pattern, first);
    }

    private static List<Part> parts(String pattern, int first) {
        List<Part> parts = new ArrayList<>();
        int at = first;
        while (at >= 0) {
            int close = pattern.indexOf('}', at);
            int next = pattern.indexOf("%{", close);
            String name = pattern.substring(at + 2, close);
            boolean padded = name.endsWith("->");
            String until = next < 0 ? pattern.substring(close + 1) : pattern.substring(close + 1, next);
            parts.add(new Part(padded ? name.substring(0, name.length() - 2) : name, padded, until));
            at = next;
        }
        return parts;
    }

    @Override
    public boolean read(String text, Fill fill) {
        if (!text.startsWith(start)) {
            return false;
        }
        int at = start.length();
        String[] found = new String[parts.size()];
        for (int i = 0; i < found.length; i++) {
            Part part = parts.get(i);
            int end = part.until.isEmpty() ? text.length() : text.indexOf(part.until, at);
            if (end < 0) {
                return false;
            }
            found[i] = text.substring(at, end);
            at = end + part.until.length();
            while (part.padded && at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        fill(found, fill);
        return true;
    }

    private void fill(String[] found, Fill fill) {
        for (int i = 0; i < found.length; i++) {
            if (!parts.get(i).name.isEmpty()) {
                fill.put(parts.get(i).name, found[i]);
            }
        }
    }

    @Override
    public String expected() {
        return pattern;
    }
}
