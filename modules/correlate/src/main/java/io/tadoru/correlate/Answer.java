package io.tadoru.correlate;

import io.tadoru.event.Identity;
import io.tadoru.identity.Candidate;
import java.time.Instant;
import java.util.List;

/** What an identity says to a {@link Claim}; replaces what it said before. */
record Answer(String eventId, Identity identity, Instant time, List<Candidate> candidates) {
    Answer {
        candidates = List.copyOf(candidates);
    }
}
