package io.tadoru.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One place settings come from; what it says overrides layers of a lower ordinal.
 *
 * @param entries by setting's name
 */
record SettingLayer(String name, int ordinal, Map<String, Entry> entries) {
    SettingLayer {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * What was written.
     *
     * @param place for people: a file with line, a variable, an option
     */
    record Entry(String text, String place) {}

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        entries.forEach((key, entry) -> texts.put(key, entry.text()));
        return texts;
    }

    /** What {@code --set} said. */
    static SettingLayer ofOptions(Map<String, String> set) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        set.forEach((key, text) -> entries.put(key, new Entry(text, "--set " + key)));
        return new SettingLayer("--set", 400, entries);
    }
}
