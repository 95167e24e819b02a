package io.tadoru.detection;

import java.nio.file.Path;

/** A rule, pipeline or indicator file that cannot be used as it stands; stops the start and says where and why. */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the place; line 0 means that the file as a whole is meant. */
    public RuleException(Path file, int line, String reason) {
        super(file + (line > 0 ? ":" + line : "") + ": " + reason);
    }
}
