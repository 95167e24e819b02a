package io.tadoru.runtime;

/** The topics' names; steps meet here and nowhere else. */
public final class Topics {
    public static final String RAW = "tadoru.raw";
    public static final String EVENTS = "tadoru.events";
    public static final String OBSERVATIONS = "tadoru.observations";
    public static final String BINDINGS = "tadoru.bindings";
    public static final String MARKS = "tadoru.marks";
    public static final String RULES = "tadoru.rules";
    public static final String INDICATORS = "tadoru.indicators";
    public static final String CHAINS = "tadoru.chains";
    public static final String DECISIONS = "tadoru.decisions";
    /** Who was told of which chain, so that nobody is told twice. */
    public static final String NOTIFICATIONS = "tadoru.notifications";

    public static final String REJECTS = "tadoru.rejects";
    public static final String SOURCES = "tadoru.sources";

    private Topics() {}
}
