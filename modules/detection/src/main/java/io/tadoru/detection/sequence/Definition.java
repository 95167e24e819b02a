package io.tadoru.detection.sequence;

import java.util.List;

/** What is looked for among the hits of one key. */
public sealed interface Definition permits Sequence, Unordered, Sample, Window {
    /** More stages are nobody's definition. */
    int MOST_STAGES = 60;

    /**
     * All results.
     *
     * @param hits of one key, each event once, sorted by {@link Hit#at}
     */
    List<Result> find(List<Hit> hits);
}
