package io.tadoru.local;

/** Why a local server did not start or stop, in a sentence for the person at the terminal. */
public final class LocalException extends RuntimeException {
    LocalException(String sentence) {
        super(sentence);
    }

    LocalException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
