package io.tadoru.normalize;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far each source has been heard for correlations that wait for it, as one task knows; told every few seconds. */
final class Listening {
    /** More are nobody's sources, but somebody's invention. */
    private static final int MOST = 10_000;

    private final Map<String, Heard> latest = new HashMap<>();
    private final Map<String, Heard> untold = new HashMap<>();

    void heard(List<String> correlations, String source, int partition, Instant time) {
        for (String correlation : correlations) {
            Heard now = new Heard(correlation, source, partition, time);
            Heard before = latest.get(now.place());
            if ((before == null && latest.size() < MOST)
                    || (before != null && before.time().isBefore(time))) {
                latest.put(now.place(), now);
                untold.put(now.place(), now);
            }
        }
    }

    /** What has changed since it was asked last. */
    List<Heard> news() {
        List<Heard> news = new ArrayList<>(untold.values());
        untold.clear();
        return news;
    }
}
