package io.tadoru.simulator;

import io.tadoru.event.Sha256;
import java.util.List;
import java.util.stream.Stream;

/** The world outside: reserved names on documentation addresses, none of which the incident uses. */
public final class Internet {
    public static final String SPAM_HELO = "WIN-B00K1NG";

    public static final List<String> DOMAINS = List.of("example.com", "example.net", "example.org", "example.jp");

    public static final List<String> SITES = Stream.of(
                    "news",
                    "weather",
                    "maps",
                    "docs",
                    "cdn",
                    "img",
                    "static",
                    "travel",
                    "recipes",
                    "bank",
                    "trains",
                    "sports",
                    "wiki",
                    "dictionary",
                    "api",
                    "fonts",
                    "video",
                    "printing",
                    "stationery",
                    "city")
            .flatMap(name -> DOMAINS.stream().map(domain -> name + "." + domain))
            .toList();

    public static final List<String> BLOCKED_SITES =
            List.of("games.example.net", "casino.example.com", "dating.example.org", "proxy-free.example.net");

    public static final List<String> UPDATE_HOSTS =
            List.of("update.example.com", "download.example.org", "dl.example.net");

    public static final List<String> CORRESPONDENTS = List.of(
            "sales@example.com",
            "orders@example.net",
            "info@example.org",
            "tanaka@example.jp",
            "suzuki@example.jp",
            "support@example.com",
            "newsletter@example.org",
            "keiri@example.jp",
            "billing@example.net",
            "yamada@example.com",
            "noreply@example.net",
            "events@example.org");

    private Internet() {}

    /** A name's address: made from the name, so that every log agrees on it. */
    public static String address(String name) {
        return "198.51.100." + (100 + number(name) % 100);
    }

    public static Mail.Peer mailHost(String domain) {
        return new Mail.Peer("mail." + domain, "192.0.2." + (60 + number("mail." + domain) % 40));
    }

    public static Mail.Peer spammer(Dice dice) {
        return new Mail.Peer("unknown", scanner(dice));
    }

    public static String scanner(Dice dice) {
        return "203.0.113." + dice.between(150, 250);
    }

    private static int number(String name) {
        return Integer.parseInt(Sha256.hex(name).substring(0, 6), 16);
    }
}
