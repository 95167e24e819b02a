package io.tadoru.detection.sequence;

/**
 * One place of a definition, after repetitions have been written out.
 *
 * @param step which step of the definition it came from; stages of one step ask for the same
 */
public record Stage(Kind kind, int step) {
    /** What it means when no event fits. */
    public enum Kind {
        /** No result. */
        MANDATORY,
        /** The place stays empty. */
        OPTIONAL,
        /** That is what is wanted. */
        MISSING
    }

    boolean isMandatory() {
        return kind == Kind.MANDATORY;
    }
}
