package io.tadoru.simulator.office;

import io.tadoru.simulator.Dice;
import io.tadoru.simulator.EdgeLog;
import io.tadoru.simulator.FortigateLog.Session;
import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Pen;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * PAN-OS of the second site: comma-separated traffic lines.
 *
 * @param clock how far the device's clock is ahead
 */
record PanosLog(Pen book, Dice dice, Duration clock) implements EdgeLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ENGLISH).withZone(OfficeTime.ZONE);
    private static final String OUTSIDE = "192.0.2.2";

    @Override
    public void closed(Instant end, Session s) {
        line(end.plus(clock), s, new String[] {"end", "office-to-internet", app(s), "allow", "tcp-fin", OUTSIDE});
    }

    @Override
    public void denied(Instant at, Session s) {
        line(at.plus(clock), s, new String[] {"deny", "no-unknown", "unknown-tcp", "deny", "policy-deny", "0.0.0.0"});
    }

    private void line(Instant at, Session s, String[] how) {
        String time = TIME.format(at);
        boolean allowed = how[3].equals("allow");
        long received = allowed ? s.received() : 0;
        book.add(
                at,
                String.join(
                        ",",
                        "<14>" + OfficeTime.syslog(at) + " pa-osaka 1",
                        time + ",012345678901234,TRAFFIC," + how[0] + ",2561," + time,
                        s.source() + "," + s.destination() + "," + how[5] + ","
                                + (allowed ? s.destination() : "0.0.0.0"),
                        how[1] + ",,," + how[2] + ",vsys1,trust,untrust,ethernet1/2,ethernet1/1,to-siem,",
                        dice.between(10_000, 900_000) + ",1," + s.port() + "," + s.service() + ",0,0,0x40001a",
                        (s.proto() == 6 ? "tcp" : "udp") + "," + how[3] + "," + (s.sent() + received) + "," + s.sent()
                                + "," + received,
                        (8 + received / 1300) + "," + TIME.format(at.minusSeconds(s.seconds())) + "," + s.seconds()
                                + ",any,",
                        dice.between(1_000_000, 9_000_000) + ",0x0,10.0.0.0-10.255.255.255,Reserved,",
                        (4 + s.sent() / 900) + "," + (4 + received / 1300) + "," + how[4]
                                + ",0,0,0,0,,pa-osaka,from-policy"));
    }

    private static String app(Session s) {
        return switch (s.service()) {
            case 80 -> "web-browsing";
            case 443 -> "ssl";
            case 123 -> "ntp";
            case 3478 -> "stun";
            default -> "unknown-" + (s.proto() == 6 ? "tcp" : "udp");
        };
    }
}
