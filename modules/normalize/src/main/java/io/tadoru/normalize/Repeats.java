package io.tadoru.normalize;

import io.tadoru.event.Observation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Observations said a moment ago, which need not be said twice. Only equal ones: leaving out others would make the result
 * depend on what came first. Forgetting is harmless, for observations are a set.
 */
final class Repeats {
    private static final int REMEMBERED = 20_000;

    private final Map<String, Boolean> said = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether it is worth saying; remembers it. */
    boolean fresh(Observation seen) {
        return said.put(key(seen), true) == null;
    }

    private static String key(Observation seen) {
        return seen.identity() + "|" + seen.host() + "|" + seen.strength() + "|" + seen.time();
    }
}
