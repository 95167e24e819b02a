package io.tadoru.detection.sequence;

/** A case that is not well formed; the message names the fault. */
public final class CaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CaseException(String fault) {
        super(fault);
    }
}
