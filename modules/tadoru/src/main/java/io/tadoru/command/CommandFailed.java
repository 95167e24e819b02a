package io.tadoru.command;

/** A command could not do its work; the message tells a person what to do about it. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandFailed(String sentence) {
        super(sentence);
    }

    public CommandFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
