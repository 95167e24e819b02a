package io.tadoru.connector;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes text of what mail headers make of it: encoded words of RFC 2047, extended parameters of RFC 2231. */
final class HeaderWords {
    private static final Pattern WORD = Pattern.compile("=\\?([^?*]+)(?:\\*[^?]*)?\\?([BbQq])\\?([^?]*)\\?=");
    private static final Pattern GAP = Pattern.compile("(\\?=)[ ?\\t]+(=\\?)");
    private static final Pattern EXTENDED = Pattern.compile("^([A-Za-z0-9_.:-]+)'[^']*'(.*)$");

    private HeaderWords() {}

    static String decode(String text) {
        Matcher extended = EXTENDED.matcher(text);
        if (extended.matches()) {
            return text(unquote(extended.group(2), '%'), extended.group(1), text);
        }
        return words(GAP.matcher(text).replaceAll("$1$2"));
    }

    private static String words(String text) {
        StringBuilder out = new StringBuilder();
        Matcher word = WORD.matcher(text);
        int at = 0;
        while (word.find()) {
            out.append(text, at, word.start());
            out.append(word(word));
            at = word.end();
        }
        return out.append(text.substring(at)).toString();
    }

    private static String word(Matcher word) {
        String body = word.group(3);
        if (!word.group(2).equalsIgnoreCase("B")) {
            return text(unquote(body.replace('_', ' '), '='), word.group(1), word.group());
        }
        try {
            return text(Base64.getMimeDecoder().decode(body), word.group(1), word.group());
        } catch (IllegalArgumentException e) {
            return word.group();
        }
    }

    private static String text(byte[] bytes, String charset, String otherwise) {
        try {
            return Surrogates.paired(new String(bytes, Charset.forName(charset)));
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    private static byte[] unquote(String text, char sign) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < in.length; i++) {
            int high = i + 2 < in.length && in[i] == sign ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            out.write(low < 0 ? in[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return out.toByteArray();
    }
}
