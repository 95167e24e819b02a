package io.tadoru.simulator;

import java.time.Instant;

/** FortiOS 7 log lines of fgt-edge: traffic at the end of a session, and what its UTM profiles saw. */
public record FortigateLog(Pen book, Dice dice) implements EdgeLog {
    private static final String DEVICE = "devname=\"fgt-edge\" devid=\"FGT60FTK22000001\"";

    /** A session through the firewall; its volume decides the packets. */
    public record Session(
            String source,
            int port,
            String destination,
            int service,
            int proto,
            int seconds,
            long sent,
            long received) {
        public boolean incoming() {
            return !source.startsWith("10.");
        }
    }

    @Override
    public void closed(Instant end, Session session) {
        boolean tcp = session.proto() == 6;
        int policy = session.source().equals(Addresses.PROXY) ? 5 : session.incoming() ? 11 : 7;
        write(
                end,
                head(end, "0000000013", "traffic", "forward", "notice") + between(session)
                        + "srccountry=\"Reserved\" dstcountry=\"Reserved\" " + id() + "proto=" + session.proto()
                        + " action=\"" + (tcp ? "close" : "accept") + "\" policyid=" + policy
                        + " policytype=\"policy\" policyname=\"" + policyName(policy) + "\" service=\"" + name(session)
                        + "\" " + translated(session) + volume(session) + "appcat=\"unscanned\"");
    }

    /** A session that a policy refuses. */
    @Override
    public void denied(Instant at, Session session) {
        write(
                at,
                head(at, "0000000013", "traffic", "forward", "notice") + between(session)
                        + "srccountry=\"Reserved\" dstcountry=\"Reserved\" " + id() + "proto=" + session.proto()
                        + " action=\"deny\" policyid=0 policytype=\"policy\" service=\"" + name(session)
                        + "\" trandisp=\"noop\" duration=0 sentbyte=0 rcvdbyte=0 sentpkt=0 rcvdpkt=0"
                        + " appcat=\"unscanned\" crscore=30 craction=131072 crlevel=\"high\"");
    }

    /** A knock at the firewall's own outside address, which its local-in policy turns away. */
    @Override
    public void turnedAway(Instant at, Session session) {
        write(
                at,
                head(at, "0001000014", "traffic", "local", "notice") + "srcip=" + session.source() + " srcport="
                        + session.port() + " srcintf=\"wan1\" srcintfrole=\"wan\" dstip=" + session.destination()
                        + " dstport="
                        + session.service() + " dstintf=\"root\" dstintfrole=\"undefined\" srccountry=\"Reserved\""
                        + " dstcountry=\"Reserved\" " + id() + "proto=6 action=\"deny\" policyid=0"
                        + " policytype=\"local-in-policy\" service=\"" + name(session) + "\" trandisp=\"noop\" app=\""
                        + name(session)
                        + "\" duration=0 sentbyte=0 rcvdbyte=0 sentpkt=0 rcvdpkt=0 appcat=\"unscanned\"");
    }

    @Override
    public void webFiltered(Instant at, Session session, String host, String category, boolean blocked) {
        String type = blocked ? "eventtype=\"ftgd_blk\"" : "eventtype=\"ftgd_allow\"";
        String head = blocked
                ? head(at, "0316013056", "utm", "webfilter", "warning")
                : head(at, "0317013312", "utm", "webfilter", "notice");
        String msg =
                blocked ? "URL belongs to a denied category in policy" : "URL belongs to an allowed category in policy";
        write(
                at,
                head + type + " policyid=5 " + id() + between(session) + "proto=6 service=\"HTTPS\" hostname=\""
                        + host + "\" profile=\"office\" action=\"" + (blocked ? "blocked" : "passthrough")
                        + "\" reqtype=\"direct\" url=\"https://" + host + "/\" sentbyte=" + session.sent()
                        + " rcvdbyte="
                        + session.received() + " direction=\"outgoing\" msg=\"" + msg + "\" method=\"domain\" "
                        + category);
    }

    @Override
    public void applicationSeen(Instant at, Session session) {
        write(
                at,
                head(at, "1059028704", "utm", "app-ctrl", "information") + "eventtype=\"signature\" appid=43541 "
                        + between(session) + "proto=" + session.proto() + " service=\"" + name(session)
                        + "\" direction=\"outgoing\" policyid=7 " + id() + "applist=\"office\" action=\"pass\""
                        + " appcat=\"Collaboration\" app=\"Microsoft.Teams\" incidentserialno="
                        + dice.between(100_000, 9_999_999) + " msg=\"Collaboration: Microsoft.Teams\" apprisk=\"low\"");
    }

    private void write(Instant at, String text) {
        book.add(at, text);
    }

    private String head(Instant at, String logid, String type, String subtype, String level) {
        long nanos = at.toEpochMilli() * 1_000_000 + dice.below(1_000_000);
        return OfficeTime.fortinet(at) + " " + DEVICE + " eventtime=" + nanos + " tz=\"+0900\" logid=\"" + logid
                + "\" type=\"" + type + "\" subtype=\"" + subtype + "\" level=\"" + level + "\" vd=\"root\" ";
    }

    private static String between(Session session) {
        String in = session.incoming() ? "wan1\" srcintfrole=\"wan" : "internal\" srcintfrole=\"lan";
        String out = session.incoming() ? "internal\" dstintfrole=\"lan" : "wan1\" dstintfrole=\"wan";
        return "srcip=" + session.source() + " srcport=" + session.port() + " srcintf=\"" + in + "\" dstip="
                + session.destination() + " dstport=" + session.service() + " dstintf=\"" + out + "\" ";
    }

    private String id() {
        return "sessionid=" + dice.between(1_000_000, 90_000_000) + " ";
    }

    private static String policyName(int policy) {
        return switch (policy) {
            case 5 -> "proxy-to-internet";
            case 11 -> "internet-to-mail";
            default -> "lan-to-internet";
        };
    }

    private static String translated(Session session) {
        return session.incoming()
                ? "trandisp=\"dnat\" tranip=" + Addresses.MAIL + " tranport=" + session.service() + " "
                : "trandisp=\"snat\" transip=" + Addresses.OUTSIDE + " transport=" + session.port() + " ";
    }

    private static String volume(Session session) {
        return "duration=" + session.seconds() + " sentbyte=" + session.sent() + " rcvdbyte=" + session.received()
                + " sentpkt=" + (3 + session.sent() / 900) + " rcvdpkt=" + (3 + session.received() / 1300) + " ";
    }

    private static String name(Session session) {
        return switch (session.service()) {
            case 23 -> "TELNET";
            case 25 -> "SMTP";
            case 53 -> "DNS";
            case 80 -> "HTTP";
            case 123 -> "NTP";
            case 443 -> "HTTPS";
            case 445 -> "SMB";
            case 3389 -> "RDP";
            case 8080 -> "HTTP-8080";
            default -> (session.proto() == 6 ? "tcp/" : "udp/") + session.service();
        };
    }
}
