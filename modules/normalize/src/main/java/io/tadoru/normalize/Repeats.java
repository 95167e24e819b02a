package io.tadoru.normalize;

import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Observations said a moment ago: the same minute need not be said twice, and of a sensor the same quarter of an hour.
 * Forgetting is harmless, for observations are a set.
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
        long minute = seen.time().truncatedTo(ChronoUnit.MINUTES).getEpochSecond() / 60;
        long slot = seen.identity().kind() == Identity.Kind.SENSOR ? minute / 15 : minute;
        return seen.identity() + "|" + seen.host() + "|" + seen.strength() + "|" + slot;
    }
}
