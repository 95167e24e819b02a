package io.tadoru.chain;

/** How sure a link is, strongest first. Only the first two allow the word "through". */
public enum Grade {
    /** A log itself says that one came from the other: process tree, the quarantine names the file. */
    RECORDED_CAUSE("recorded cause"),
    /** Both carry the same hash, message, URL, file. */
    SAME_ARTIFACT("same artifact"),
    /** Nothing but nearness on the same host. */
    SAME_HOST_AND_TIME("same host and time");

    private final String text;

    Grade(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
