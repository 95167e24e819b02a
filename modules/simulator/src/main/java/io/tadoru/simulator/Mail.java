package io.tadoru.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One mail on its way through mx1; the login is empty for mail that comes from outside. */
public record Mail(
        Instant at,
        String queueId,
        String messageId,
        Peer client,
        String login,
        String from,
        String to,
        int size,
        List<String> attachments) {
    /** Who is at the other end of a connection. */
    public record Peer(String name, String ip) {
        @Override
        public String toString() {
            return name + "[" + ip + "]";
        }
    }

    public static Mail incoming(Dice dice, Instant at, Peer client, String from, String to) {
        return of(dice, at, client, "", from, to);
    }

    public static Mail sentBy(Dice dice, Instant at, Presence sender, String to) {
        Peer client = new Peer(sender.pc().fqdn().toLowerCase(Locale.ROOT), sender.address());
        return of(dice, at, client, sender.pc().user(), sender.pc().mailbox(), to);
    }

    private static Mail of(Dice dice, Instant at, Peer client, String login, String from, String to) {
        String queueId = dice.hex(10).toUpperCase(Locale.ROOT);
        String domain = from.substring(from.indexOf('@') + 1);
        String messageId = dice.hex(8) + "." + dice.hex(12) + "@" + domain;
        return new Mail(at, queueId, messageId, client, login, from, to, dice.between(2_400, 90_000), List.of());
    }

    public Mail attaching(int bytes, String... names) {
        return new Mail(at, queueId, messageId, client, login, from, to, size + bytes, List.of(names));
    }

    public boolean staysInside() {
        return to.endsWith("@" + Pc.DOMAIN);
    }
}
