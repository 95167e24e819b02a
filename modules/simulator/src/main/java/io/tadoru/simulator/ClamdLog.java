package io.tadoru.simulator;

import java.time.Instant;

/** clamd's log on the file server. */
record ClamdLog(Pen book) {
    void selfChecked(Instant at) {
        say(at, "SelfCheck: Database status OK.");
    }

    void reloaded(Instant at, int signatures) {
        say(at, "SelfCheck: Database modification detected. Forcing reload.");
        say(at.plusMillis(10), "Reading databases from /var/lib/clamav");
        say(at.plusSeconds(14), "Database correctly reloaded (" + signatures + " signatures)");
    }

    void found(Instant at, String path, String signature) {
        say(at, path + ": " + signature + " FOUND");
    }

    private void say(Instant at, String text) {
        book.add(at, OfficeTime.ctime(at) + " -> " + text);
    }
}
