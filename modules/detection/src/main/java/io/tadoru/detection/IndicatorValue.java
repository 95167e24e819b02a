package io.tadoru.detection;

import io.tadoru.detection.Indicator.Kind;
import java.util.List;
import java.util.Optional;

/** What a written value is, brought to the form in which logs' values are compared with it; or why it is of no use. */
public sealed interface IndicatorValue {
    /** A value that can be looked up. */
    record Known(Kind kind, String value) implements IndicatorValue {}

    /** One that cannot, or had better not. */
    record Refused(String reason) implements IndicatorValue {}

    /** The longest value that is looked at, in characters. */
    int LONGEST = 2048;

    /**
     * Reads a value, also one that was made harmless for people ({@code hxxp://evil[.]example}).
     *
     * @param type what its list says that it is; empty to tell by the look
     */
    static IndicatorValue of(String type, String written) {
        List<Kind> kinds = KindWords.kinds(type);
        if (kinds.isEmpty() && !type.isBlank()) {
            return new Refused("type '" + KindWords.shown(type) + "' is nothing that is looked up");
        }
        if (written.length() > LONGEST) {
            return new Refused("is longer than " + LONGEST + " characters");
        }
        Optional<Known> known = Looks.as(kinds, Defanged.plain(written.strip()));
        return known.isPresent()
                ? Broad.reason(known.get()).<IndicatorValue>map(Refused::new).orElseGet(known::get)
                : new Refused(KindWords.none(kinds, written));
    }
}
