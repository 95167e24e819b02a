package io.tadoru.investigate;

/** What was asked for cannot be done as it was asked; the message tells a person what to write instead. */
public final class RequestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    RequestException(String sentence) {
        super(sentence);
    }

    RequestException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
