package io.tadoru.serve.api;

import io.tadoru.store.ChainQuestions.Position;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the next page of a list begins, as text that callers only hand back. */
final class Cursor {
    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,19}) ([0-9A-Za-z-]{1,128})");
    private static final int LONGEST = 256;

    private Cursor() {}

    static String text(Position position) {
        byte[] plain = (position.last() + " " + position.id()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    static Position position(String text) {
        try {
            Matcher form = FORM.matcher(plain(text));
            if (form.matches()) {
                return new Position(Long.parseLong(form.group(1)), form.group(2));
            }
        } catch (IllegalArgumentException e) { // neither Base64 nor a number that is a time
            throw unknown();
        }
        throw unknown();
    }

    private static String plain(String text) {
        return text.length() > LONGEST ? "" : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static Problem unknown() {
        return Problem.bad("after is not a cursor that this API gave; leave it out to begin anew.");
    }
}
