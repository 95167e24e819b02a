package io.tadoru.evtx;

/** Bytes that are no record; never leaves this package. Made by the million of hostile files, so it keeps no stack. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
