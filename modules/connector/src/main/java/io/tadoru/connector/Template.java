package io.tadoru.connector;

import java.util.ArrayList;
import java.util.List;

/** A text with fields in it, such as <code>%{date} %{time}</code>; no value unless all of them have one. */
record Template(List<String> parts) implements Source.Origin {
    /** Odd parts are fields, even ones text. */
    static Template of(Spot text) {
        List<String> parts = new ArrayList<>();
        String rest = text.text();
        int open = rest.indexOf("%{");
        while (open >= 0) {
            int close = rest.indexOf('}', open);
            if (close < 0) {
                throw text.wrong("%{ to be closed by }");
            }
            parts.add(rest.substring(0, open));
            parts.add(rest.substring(open + 2, close));
            rest = rest.substring(close + 1);
            open = rest.indexOf("%{");
        }
        parts.add(rest);
        return new Template(List.copyOf(parts));
    }

    @Override
    public List<?> values(Draft draft) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String part = i % 2 == 0 ? parts.get(i) : draft.text(parts.get(i));
            if (part == null) {
                return List.of();
            }
            text.append(part);
        }
        return List.of(text.toString());
    }

    @Override
    public List<String> names(Draft draft) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < parts.size(); i += 2) {
            names.add(parts.get(i));
        }
        return names;
    }
}
