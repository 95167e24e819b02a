package io.tadoru.chain;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a case, on {@code tadoru.decisions}, keyed by case number: an input of assembly, so that it
 * outlives merges and rebuilds.
 *
 * @param id unique; a decision sent twice counts once
 * @param caseNumber what people call the chain, see {@link CaseNumber}
 * @param chain id of the chain as it was when decided
 * @param host whose chain it is, in the chain's own spelling
 * @param by who decided
 * @param at when, by our clock
 * @param text why, or the note; may be empty, never null
 * @param assignee who is to act, for {@link Kind#ASSIGN}
 * @param until when it ends, for {@link Kind#ALLOW} and {@link Kind#EXPECTED}
 */
public record Decision(
        String id,
        String caseNumber,
        String chain,
        String host,
        Kind kind,
        String by,
        Instant at,
        String text,
        @Nullable String assignee,
        @Nullable Instant until) {

    /** What can be decided. */
    public enum Kind {
        ACK,
        ASSIGN,
        ISOLATE,
        CLOSE,
        NOTE,
        EXPECTED,
        FALSE_POSITIVE,
        ALLOW;

        /** The word of the command and the API: {@code false-positive}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
