package io.tadoru.detection;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Names of hosts and domains in the one form in which they are compared: lower case, punycode, no dot at the end. */
final class Domains {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private Domains() {}

    /** The normal form; empty for what can be no name in the Internet, an address or a lone word among it. */
    static Optional<String> normal(String text) {
        if (text.length() > LONGEST + 1) {
            return Optional.empty();
        }
        String ascii = isAscii(text) ? text : punycode(text);
        String bare = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        return isName(bare) ? Optional.of(bare.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** Empty where there is none. */
    private static String punycode(String text) {
        try {
            return IDN.toASCII(text, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isName(String text) {
        int last = text.lastIndexOf('.') + 1;
        return text.length() <= LONGEST
                && last > 1
                && text.length() - last >= 2
                && isLetter(text.charAt(last))
                && text.indexOf('_', last) < 0
                && isLabels(text);
    }

    private static boolean isLabels(String text) {
        int label = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            label = c == '.' ? 0 : label + 1;
            boolean empty = c == '.' && (i == 0 || text.charAt(i - 1) == '.');
            if (empty || label > LONGEST_LABEL || !(c == '.' || isPart(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
