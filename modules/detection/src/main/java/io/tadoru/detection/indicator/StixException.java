package io.tadoru.detection.indicator;

/** A pattern that is none; says what was met. */
final class StixException extends Exception {
    private static final long serialVersionUID = 1L;

    StixException(String met) {
        super(met);
    }
}
