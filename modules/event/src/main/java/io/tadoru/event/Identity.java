package io.tadoru.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A name under which a log knows somebody: an address, an account, a mailbox. Which host stood behind it at a time is told
 * by {@link Observation}s. Written {@code ip:10.1.2.3}; the value is in normal form, so equal means the same.
 */
public record Identity(Kind kind, String value) {

    /** What sort of name it is. */
    public enum Kind {
        /** An IPv4 or IPv6 address in its canonical text form. */
        IP,
        /** An account, lower case, without domain. */
        USER,
        /** A mailbox, {@code local@domain}, lower case. */
        MAIL,
        /** A hardware address, {@code 00-53-00-AA-BB-CC} as ECS writes it. */
        MAC,
        /** A host's own name in the form of {@link HostName#normal}: asked for only where it may stand for another name. */
        HOST,
        /** A layer whose sensors were heard; its "hosts" are sources. Tells silence from innocence. */
        SENSOR,
        /** A host whose own endpoint protection was heard: nothing to look up, but when it was awake. */
        AGENT,
        /** A host that had an address of the office: when it was behind its gateways. */
        PATH,
        /** A host whose own agent tells that it has addresses elsewhere: when it was not behind them. */
        AWAY;

        /** It tells when something was there, and not whose a name was. */
        public boolean tellsPresence() {
            return this == AGENT || this == PATH || this == AWAY;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Keeps the value as given: use the factory methods, which bring it to normal form. */
    public Identity {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("empty " + kind.text() + " identity");
        }
    }

    /** An address as it stands in an event; the text is taken as already canonical. */
    public static Identity ip(String address) {
        return new Identity(Kind.IP, address);
    }

    /** An account: {@code EXAMPLE\Taro}, {@code taro@example.co.jp} and {@code taro} are one. */
    public static Identity user(String account) {
        String local = account.substring(account.lastIndexOf('\\') + 1);
        int at = local.indexOf('@');
        String bare = at > 0 ? local.substring(0, at) : local;
        return new Identity(Kind.USER, bare.toLowerCase(Locale.ROOT));
    }

    public static Identity mail(String address) {
        return new Identity(Kind.MAIL, address.toLowerCase(Locale.ROOT));
    }

    /** A hardware address with any separators; where these part bytes, {@code 0:53:..} is {@code 00:53:..}. */
    public static Identity mac(String address) {
        String whole = address.replaceAll("(?<![0-9A-Fa-f])([0-9A-Fa-f])(?![0-9A-Fa-f])", "0$1");
        String hex = whole.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
        return new Identity(Kind.MAC, String.join("-", hex.split("(?<=\\G..)")));
    }

    public static Identity host(String name) {
        return new Identity(Kind.HOST, HostName.normal(name));
    }

    public static Identity sensor(Layer layer) {
        return new Identity(Kind.SENSOR, layer.text());
    }

    public static Identity agent(String host) {
        return new Identity(Kind.AGENT, HostName.normal(host));
    }

    public static Identity path(String host) {
        return new Identity(Kind.PATH, HostName.normal(host));
    }

    public static Identity away(String host) {
        return new Identity(Kind.AWAY, HostName.normal(host));
    }

    /** Reads what {@link #toString} wrote. */
    @JsonCreator
    public static Identity parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not an identity: " + text);
        }
        return new Identity(Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.text() + ":" + value;
    }
}
