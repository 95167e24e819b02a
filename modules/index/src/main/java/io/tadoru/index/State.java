package io.tadoru.index;

/** Where a loop of this step stands; for the health page. */
public enum State {
    STARTING,
    READING,
    /** Elasticsearch has not yet taken what was read for a while. */
    WAITING,
    STOPPED,
    /** A bug or a broker that refuses: only a start helps. */
    FAILED
}
