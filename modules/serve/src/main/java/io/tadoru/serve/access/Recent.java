package io.tadoru.serve.access;

import io.tadoru.store.AccessStore.Access;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was kept of a token a moment ago; a revocation holds when this has been forgotten. */
final class Recent {
    static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 1000;

    private record Seen(Access access, Instant until) {}

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Clock clock;

    Recent(Clock clock) {
        this.clock = clock;
    }

    void keep(Access access) {
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(access.id(), new Seen(access, clock.instant().plus(REMEMBERED)));
    }

    Optional<Access> find(String id) {
        return Optional.ofNullable(seen.get(id))
                .filter(s -> clock.instant().isBefore(s.until()))
                .map(Seen::access);
    }
}
