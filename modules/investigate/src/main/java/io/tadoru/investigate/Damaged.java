package io.tadoru.investigate;

import java.io.IOException;

/** An input cannot be read on from here. That is the case's fate, not the run's: what it gave before stays. */
final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    Damaged(String reason) {
        super(reason);
    }

    Damaged(String reason, Throwable cause) {
        super(reason, cause);
    }
}
