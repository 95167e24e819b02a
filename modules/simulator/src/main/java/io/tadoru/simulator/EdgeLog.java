package io.tadoru.simulator;

import io.tadoru.simulator.FortigateLog.Session;
import java.time.Instant;

/** The log of a firewall, whoever made it. What a model does not tell is left out. */
public interface EdgeLog {
    void closed(Instant end, Session session);

    void denied(Instant at, Session session);

    default void turnedAway(Instant at, Session session) {}

    default void webFiltered(Instant at, Session session, String host, String category, boolean blocked) {}

    default void applicationSeen(Instant at, Session session) {}
}
