package io.tadoru.simulator;

import java.time.Instant;
import java.util.Locale;

/** Squid's native access log: a line at the end of each request. */
public record SquidLog(Pen book) implements ProxyLog {
    /** One request: what came of it, as code/status, and through which hierarchy. */
    public record Request(
            String client, String result, long bytes, String method, String url, String via, String type) {}

    public static Request tunnel(String client, long bytes, String host, String ip) {
        return new Request(client, "TCP_TUNNEL/200", bytes, "CONNECT", host + ":443", "HIER_DIRECT/" + ip, "-");
    }

    public static Request get(String client, long bytes, String url, String ip, String type) {
        return new Request(client, "TCP_MISS/200", bytes, "GET", url, "HIER_DIRECT/" + ip, type);
    }

    public static Request hit(String client, long bytes, String url, String type) {
        return new Request(client, "TCP_HIT/200", bytes, "GET", url, "HIER_NONE/-", type);
    }

    public static Request denied(String client, long bytes, String url) {
        return new Request(client, "TCP_DENIED/403", bytes, "GET", url, "HIER_NONE/-", "text/html");
    }

    @Override
    public void log(Instant at, int millis, Request request) {
        long epoch = at.toEpochMilli();
        book.add(
                at,
                String.format(
                        Locale.ROOT,
                        "%d.%03d %6d %s %s %d %s %s - %s %s",
                        epoch / 1000,
                        epoch % 1000,
                        millis,
                        request.client(),
                        request.result(),
                        request.bytes(),
                        request.method(),
                        request.url(),
                        request.via(),
                        request.type()));
    }
}
