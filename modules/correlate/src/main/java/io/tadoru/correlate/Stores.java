package io.tadoru.correlate;

/** The names under which correlate keeps its {@link Table}s; an upgrade finds its state again by them. */
final class Stores {
    static final String MARKS = "marks";
    static final String ANSWERS = "answers";
    static final String SAID_HOSTS = "said-hosts";
    static final String ROWS = "binding-rows";
    static final String CLAIMS = "claims";
    static final String HOST_EVENTS = "host-events";
    static final String FOLDS = "host-folds";
    static final String MEMBERS = "host-fold-members";
    static final String COUNTS = "host-counts";
    static final String DIRTY = "dirty-hosts";
    static final String SAID_CHAINS = "said-chains";

    static final String DECISIONS = "host-decisions";
    static final String DECISION_COUNTS = "host-decision-counts";
    static final String PRESENCE = "host-presence";
    static final String ROUND = "round-of-hosts";

    private Stores() {}
}
