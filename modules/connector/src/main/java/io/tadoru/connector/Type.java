package io.tadoru.connector;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The type of a field; it decides the form in which a value is kept. */
enum Type {
    TEXT,
    IP,
    MAC,
    LONG,
    DOUBLE,
    BOOLEAN,
    INSTANT;

    static Type of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The value in this type's form, or null when it has none. */
    @Nullable
    Object of(Object value, Draft draft) {
        return switch (this) {
            case TEXT -> value.toString();
            case IP -> Address.canonical(value.toString());
            case MAC -> Numbers.mac(value.toString());
            case LONG -> value instanceof Long ? value : Numbers.whole(value.toString());
            case DOUBLE -> Numbers.real(value.toString());
            case BOOLEAN -> value instanceof Boolean ? value : Numbers.truth(value.toString());
            case INSTANT -> Times.usual(value.toString(), draft.settings());
        };
    }
}
