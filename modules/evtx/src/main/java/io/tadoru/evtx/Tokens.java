package io.tadoru.evtx;

/** What begins each part of binary XML. */
final class Tokens {
    /** In a token: more of the same kind follows, or an element has attributes. */
    static final int MORE = 0x40;

    static final int EOF = 0;
    static final int OPEN = 1;
    static final int CLOSE_START = 2;
    static final int CLOSE_EMPTY = 3;
    static final int END = 4;
    static final int VALUE = 5;
    static final int ATTRIBUTE = 6;
    static final int CDATA = 7;
    static final int CHARACTER = 8;
    static final int ENTITY = 9;
    static final int PI_TARGET = 10;
    static final int PI_DATA = 11;
    static final int TEMPLATE = 12;
    static final int SUBSTITUTION = 13;
    static final int OPTIONAL = 14;
    static final int FRAGMENT = 15;

    private Tokens() {}

    static int kind(int token) {
        return token & ~MORE;
    }
}
