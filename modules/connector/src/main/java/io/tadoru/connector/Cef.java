package io.tadoru.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the Common Event Format (ArcSight, "Implementing ArcSight CEF", revision 26): seven header fields between bars, then an
 * extension of {@code key=value} whose values may hold spaces. The header becomes {@code cef.vendor} and so on, each key
 * itself, and a custom field is found under {@code label.} and its label too.
 */
final class Cef implements Reader {
    private static final List<String> HEADER = List.of(
            "cef.version", "cef.vendor", "cef.product", "cef.device_version", "cef.class", "cef.name", "cef.severity");
    private static final String MARK = "CEF:";
    private static final String LABEL = "Label";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.\\-\\[\\]]{1,64}");

    @Override
    public boolean read(String text, Fill fill) {
        int start = text.indexOf(MARK);
        if (start < 0) {
            return false;
        }
        Map<String, String> found = new LinkedHashMap<>();
        int at = Bars.read(text, start + MARK.length(), HEADER, found::put);
        if (at < 0) {
            return false;
        }
        found.forEach(fill::put);
        extension(text, at, fill);
        return true;
    }

    private static void extension(String text, int from, Fill fill) {
        Map<String, String> values = new LinkedHashMap<>();
        int equals = sign(text, from);
        while (equals >= 0) {
            int next = sign(text, equals + 1);
            int end = next < 0 ? text.length() : keyStart(text, next);
            values.putIfAbsent(text.substring(keyStart(text, equals), equals), plain(text, equals + 1, end));
            equals = next;
        }
        values.forEach((key, value) -> put(key, value, values, fill));
    }

    private static void put(String key, String value, Map<String, String> values, Fill fill) {
        String label = values.get(key + LABEL);
        fill.put(key, value);
        if (label != null && !label.isEmpty()) {
            fill.put("label." + label, value);
        }
    }

    /** The next equals sign that ends a key: neither escaped nor in the midst of a value. */
    private static int sign(String text, int from) {
        int equals = text.indexOf('=', from);
        while (equals >= 0 && !endsKey(text, from, equals)) {
            equals = text.indexOf('=', equals + 1);
        }
        return equals;
    }

    private static boolean endsKey(String text, int from, int equals) {
        int start = keyStart(text, equals);
        boolean begins = start == 0 || start <= from || text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '|';
        return start >= from
                && begins
                && KEY.matcher(text).region(start, equals).matches();
    }

    private static int keyStart(String text, int equals) {
        int start = equals;
        while (start > 0 && text.charAt(start - 1) != ' ' && text.charAt(start - 1) != '|' && equals - start <= 64) {
            start--;
        }
        return start;
    }

    /** Without the escapes of the extension, and without the spaces before the next key. */
    private static String plain(String text, int from, int to) {
        StringBuilder plain = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < to) {
                i++;
                plain.append(Bars.unescaped(text.charAt(i)));
            } else {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    @Override
    public String expected() {
        return "CEF:version|vendor|product|version|class|name|severity|extension";
    }
}
