package io.tadoru.evtx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An event's keywords are bits; those that mean the same for every provider have names. */
final class Keywords {
    private static final long FAILURE = 0x0010_0000_0000_0000L;
    private static final long SUCCESS = 0x0020_0000_0000_0000L;
    private static final Map<Long, String> NAMES = names();

    private Keywords() {}

    private static Map<Long, String> names() {
        Map<Long, String> names = new LinkedHashMap<>();
        names.put(0x0001_0000_0000_0000L, "Response Time");
        names.put(0x0002_0000_0000_0000L, "WDI Context");
        names.put(0x0004_0000_0000_0000L, "WDI Diag");
        names.put(0x0008_0000_0000_0000L, "SQM");
        names.put(FAILURE, "Audit Failure");
        names.put(SUCCESS, "Audit Success");
        names.put(0x0040_0000_0000_0000L, "Correlation Hint");
        names.put(0x0080_0000_0000_0000L, "Classic");
        return names;
    }

    /** The bits as they are, for providers have their own, and the names. */
    static List<String> of(String text) {
        List<String> keywords = new ArrayList<>(List.of(text));
        long bits = bits(text);
        NAMES.forEach((bit, name) -> {
            if ((bits & bit) != 0) {
                keywords.add(name);
            }
        });
        return keywords;
    }

    /** What an audit says, empty when it is none. */
    static String outcome(String text) {
        long bits = bits(text);
        if ((bits & FAILURE) != 0) {
            return "failure";
        }
        return (bits & SUCCESS) != 0 ? "success" : "";
    }

    private static long bits(String text) {
        return text.matches("0x[0-9a-f]{1,16}") ? Long.parseUnsignedLong(text.substring(2), 16) : 0;
    }
}
