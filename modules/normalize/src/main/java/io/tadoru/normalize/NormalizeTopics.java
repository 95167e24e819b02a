package io.tadoru.normalize;

import java.util.List;

/** The topics within {@code normalize}, between its two sorts of task; created before the start. */
public final class NormalizeTopics {
    /** Keyed by correlation and key: what events tell them. */
    public static final String HITS = "tadoru.normalize-hits";

    public static final List<String> INTERNAL = List.of(HITS);

    private NormalizeTopics() {}
}
