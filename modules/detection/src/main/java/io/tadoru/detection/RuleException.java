package io.tadoru.detection;

import java.nio.file.Path;

/** A rule, pipeline or indicator file that cannot be used as it stands: says where and why. */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether its author has to mend it, or it asks for what is not to be had here. */
    public enum Kind {
        /** Not as Sigma's specification or our own forms have it. */
        WRONG,
        /** As it should be, but nothing here could answer it: a placeholder, a field that no source has. */
        UNSUPPORTED
    }

    private final Kind kind;
    private final String file;
    private final int line;
    private final String reason;

    /** Wrong; names the place, line 0 means that the file as a whole is meant. */
    public RuleException(Path file, int line, String reason) {
        this(Kind.WRONG, file, line, reason);
    }

    RuleException(Kind kind, Path file, int line, String reason) {
        super(file + (line > 0 ? ":" + line : "") + ": " + reason);
        this.kind = kind;
        this.file = file.toString();
        this.line = line;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    /** The file's path as it was given. */
    public String file() {
        return file;
    }

    /** 0 for the file as a whole. */
    public int line() {
        return line;
    }

    /** Without the place. */
    public String reason() {
        return reason;
    }
}
