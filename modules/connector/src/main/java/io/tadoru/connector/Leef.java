package io.tadoru.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads IBM's Log Event Extended Format 1.0 and 2.0 (QRadar DSM guide, "LEEF event components"): a header between bars, then
 * {@code key=value} parted by tabs, or by the sign that a header of 2.0 names, as itself or in hexadecimal. The header becomes
 * {@code leef.vendor} and so on, each key itself.
 */
final class Leef implements Reader {
    private static final List<String> HEADER =
            List.of("leef.version", "leef.vendor", "leef.product", "leef.device_version", "leef.event");
    private static final String MARK = "LEEF:";
    private static final int LONGEST_SIGN = 6;

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
        attributes(text, at, found.getOrDefault("leef.version", "").startsWith("2"), fill);
        return true;
    }

    private static void attributes(String text, int from, boolean named, Fill fill) {
        int bar = named ? text.indexOf('|', from) : -1;
        boolean names = bar >= 0 && bar - from <= LONGEST_SIGN;
        char between = names ? sign(text.substring(from, bar)) : '\t';
        new KeyValues(between, '=', false).read(text.substring(names ? bar + 1 : from), fill);
    }

    /** {@code ^}, {@code x09}, {@code 0x09}; a tab where none is named. */
    private static char sign(String named) {
        if (named.length() == 1) {
            return named.charAt(0);
        }
        String digits = named.replaceFirst("^(0[xX]|[xX])", "");
        try {
            return digits.equals(named) ? '\t' : (char) Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            return '\t';
        }
    }

    @Override
    public String expected() {
        return "LEEF:version|vendor|product|version|event|attributes";
    }
}
