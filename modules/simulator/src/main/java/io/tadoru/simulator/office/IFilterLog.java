package io.tadoru.simulator.office;

import io.tadoru.simulator.Dice;
import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Pen;
import io.tadoru.simulator.ProxyLog;
import io.tadoru.simulator.SquidLog.Request;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** i-FILTER of the second site: its access log of 35 columns. */
record IFilterLog(Pen book, Dice dice) implements ProxyLog {
    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(OfficeTime.ZONE);

    @Override
    public void log(Instant at, int millis, Request request) {
        boolean blocked = request.result().contains("DENIED");
        String server = request.via().replaceFirst(".*/", "");
        String status = blocked ? "503" : "200";
        book.add(
                at,
                OfficeTime.syslog(at) + " 3301 1050/01/ - " + (server.equals("-") ? "-" : server + ":" + port(request))
                        + " " + request.client() + " " + request.client() + " - - ["
                        + STARTED.format(at.minusMillis(millis)) + "] " + status + " " + dice.between(200, 900) + " "
                        + request.bytes() + (blocked ? " block 71 44 44/102" : " pass 0 14 14/40")
                        + " -1 0 2044 0 default - 0 - \"" + request.method() + " " + url(request) + " HTTP/1.1\" - "
                        + "Mozilla%2F5.0 " + type(request) + " " + dice.hex(8).toUpperCase(Locale.ROOT));
    }

    private static String port(Request request) {
        return request.method().equals("CONNECT") ? "443" : "80";
    }

    private static String url(Request request) {
        return request.url();
    }

    private static String type(Request request) {
        return request.type().replace("/", "%2F");
    }
}
