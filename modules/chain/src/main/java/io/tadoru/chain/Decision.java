package io.tadoru.chain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided, on {@code tadoru.decisions}, keyed by case number: an input of assembly, so that it outlives
 * merges and rebuilds.
 *
 * @param id unique; a decision sent twice counts once
 * @param caseNumber what people call the chain, see {@link CaseNumber}; for {@link Kind#ALLOW} the entry's own, {@code A-…}:
 *     of several with the same one the newest holds
 * @param chain id of the chain as it was when decided, empty for {@link Kind#ALLOW}
 * @param host whose chain it is, in the chain's own spelling; empty for an entry that allows on all hosts
 * @param by who decided
 * @param at when, by our clock
 * @param text why, or the note; may be empty, never null
 * @param assignee who is to act, for {@link Kind#ASSIGN}; who answers for the entry, for {@link Kind#ALLOW}
 * @param allows what is allowed, for {@link Kind#ALLOW}: {@code domain:example.com}, {@code sha256:…}, {@code rule:ID}, …
 * @param until lines dated later are no longer allowed, for {@link Kind#ALLOW}
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
        @Nullable String allows,
        @Nullable Instant until) {
    /** By their own time, then by id: never by arrival. */
    static final Comparator<Decision> ORDER = Comparator.comparing(Decision::at).thenComparing(Decision::id);

    /** What can be decided. */
    public enum Kind {
        /** Somebody has seen it and looks into it. */
        ACK,
        ASSIGN,
        /** The host was cut off the network at that moment. */
        ISOLATE,
        CLOSE,
        /** It is open again, whatever was decided before. */
        REOPEN,
        NOTE,
        /** A penetration test, EICAR, a training mail: real, and meant; closes. */
        EXPECTED,
        /** Not what it looks like; closes. */
        FALSE_POSITIVE,
        ALLOW;

        /** The word of the command and the API: {@code false-positive}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of that word, empty for any other word. */
        public static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.text().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
