package io.tadoru.detection.indicator;

/** A piece of a STIX pattern. */
record StixToken(Kind kind, String text) {
    enum Kind {
        /** One of {@code [ ] ( ) ,} */
        MARK,
        /** {@code =}, {@code !=}, {@code <} and their like. */
        OPERATOR,
        /** A keyword, a number, or a path such as {@code file:hashes.'SHA-256'}. */
        WORD,
        /** What stands in quotes, without them. */
        LITERAL,
        END
    }

    boolean is(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
}
