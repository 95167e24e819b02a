package io.tadoru.simulator;

import java.time.Instant;

/** What a device writes its lines with; where they end is its owner's business. */
public interface Pen {
    void add(Instant at, String text);
}
