package io.tadoru.correlate;

import io.tadoru.runtime.Topics;
import java.util.List;

/**
 * The topics within {@code correlate}, between its three sorts of key: event, identity, host. They are created before the
 * start, with {@code cleanup.policy=delete}, and must have as many partitions as {@link #EQUAL} names topics for.
 */
public final class CorrelateTopics {
    /** Keyed by identity: whose was it then? */
    public static final String CLAIMS = "tadoru.correlate-claims";
    /** Keyed by event id: those. */
    public static final String ANSWERS = "tadoru.correlate-answers";
    /** Keyed by host: then these marks are yours. */
    public static final String HOST_MARKS = "tadoru.correlate-host-marks";
    /** Keyed by host: you were heard then. */
    public static final String HOST_PRESENCE = "tadoru.correlate-host-presence";
    /** Keyed by host: people decided this; the allow-list in every partition. */
    public static final String HOST_DECISIONS = "tadoru.correlate-host-decisions";
    /** What has to be created besides {@link Topics}, and only carries what is taken soon. */
    public static final List<String> INTERNAL = List.of(CLAIMS, ANSWERS, HOST_MARKS, HOST_PRESENCE);
    /**
     * What has to be created and kept for ever: an application that stood still longer than others are kept must still find
     * the decisions that it has passed on and not yet taken.
     */
    public static final List<String> KEPT = List.of(HOST_DECISIONS);
    /** All these need the same number of partitions, for their tasks share state. */
    public static final List<String> EQUAL =
            List.of(Topics.MARKS, Topics.OBSERVATIONS, CLAIMS, ANSWERS, HOST_MARKS, HOST_PRESENCE, HOST_DECISIONS);

    private CorrelateTopics() {}
}
