package io.tadoru.connector;

import java.nio.file.Path;

/** A mistake in a {@code connector.yml}, told so that its writer can mend it. */
public final class ConnectorException extends RuntimeException {
    private final Path file;
    private final int line;

    ConnectorException(Path file, int line, String found, String expected, String nearest) {
        super(file + ":" + line + ": found " + found + ", expected " + expected + hint(nearest));
        this.file = file;
        this.line = line;
    }

    private static String hint(String nearest) {
        return nearest.isEmpty() ? "" : "; did you mean \"" + nearest + "\"?";
    }

    /** The file with the mistake. */
    public Path file() {
        return file;
    }

    /** The mistake's line, from 1; 0 where the file as a whole is meant. */
    public int line() {
        return line;
    }
}
