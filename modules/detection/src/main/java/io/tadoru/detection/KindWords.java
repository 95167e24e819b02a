package io.tadoru.detection;

import io.tadoru.detection.Indicator.Kind;
import io.tadoru.event.Excerpt;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What lists call the kinds of indicators. */
final class KindWords {
    private static final List<Kind> ADDRESSES = List.of(Kind.IP, Kind.NETWORK);
    private static final List<Kind> HOSTS = List.of(Kind.DOMAIN);
    private static final List<Kind> SENDERS = List.of(Kind.SENDER);
    private static final Map<String, List<Kind>> OTHERS = Map.ofEntries(
            Map.entry("ip", ADDRESSES),
            Map.entry("ipv4", ADDRESSES),
            Map.entry("ipv6", ADDRESSES),
            Map.entry("ipv4addr", ADDRESSES),
            Map.entry("ipv6addr", ADDRESSES),
            Map.entry("ipsrc", ADDRESSES),
            Map.entry("ipdst", ADDRESSES),
            Map.entry("address", ADDRESSES),
            Map.entry("network", ADDRESSES),
            Map.entry("cidr", ADDRESSES),
            Map.entry("hostname", HOSTS),
            Map.entry("domainname", HOSTS),
            Map.entry("host", HOSTS),
            Map.entry("fqdn", HOSTS),
            Map.entry("uri", List.of(Kind.URL)),
            Map.entry("hash", List.of(Kind.SHA256, Kind.SHA1, Kind.MD5)),
            Map.entry("email", SENDERS),
            Map.entry("emailaddr", SENDERS),
            Map.entry("emailsrc", SENDERS),
            Map.entry("mail", SENDERS));

    private KindWords() {}

    /** None for a word that means none. */
    static List<Kind> kinds(String type) {
        if (type.isEmpty()) {
            return List.of();
        }
        String word = Excerpt.of(type).strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
        List<Kind> others = OTHERS.get(word);
        return others == null
                ? Arrays.stream(Kind.values())
                        .filter(k -> k.word().equals(word))
                        .toList()
                : others;
    }

    static String none(List<Kind> wanted, String written) {
        String words = wanted.isEmpty()
                ? "address, network, domain, URL, hash or sender"
                : wanted.stream().map(Kind::word).collect(Collectors.joining(" or "));
        return "is no " + words + ": '" + shown(written) + "'";
    }

    /** A list is somebody else's: nothing of it may steer a terminal. */
    static String shown(String text) {
        return Excerpt.of(text)
                .codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
