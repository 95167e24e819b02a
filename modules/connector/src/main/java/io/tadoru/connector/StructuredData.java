package io.tadoru.connector;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Structured data of RFC 5424 section 6.3: a parameter is read as {@code sd.} and its name, the first of a name wins. */
final class StructuredData {
    private static final Pattern PARAMETER = Pattern.compile("([^\\s=\\]\"\\[]{1,64})=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\\\]])");

    private StructuredData() {}

    static void read(String elements, Draft draft) {
        Matcher parameter = PARAMETER.matcher(elements);
        while (parameter.find()) {
            String name = "sd." + parameter.group(1);
            if (draft.get(name) == null) {
                draft.put(name, ESCAPE.matcher(parameter.group(2)).replaceAll("$1"));
            }
        }
    }
}
