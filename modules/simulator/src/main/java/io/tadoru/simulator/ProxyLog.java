package io.tadoru.simulator;

import java.time.Instant;

/** The log of a web gateway, whoever made it: a line at the end of each request. */
public interface ProxyLog {
    void log(Instant at, int millis, SquidLog.Request request);
}
