package io.tadoru.detection;

import io.tadoru.detection.IndicatorValue.Known;
import java.util.Optional;
import java.util.Set;

/** Why a value would call half the world bad, or ourselves. */
final class Broad {
    private static final int SHORTEST_V4 = 8;
    private static final int SHORTEST_V6 = 16;
    private static final Set<String> EMPTY_FILE = Set.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "da39a3ee5e6b4b0d3255bfef95601890afd80709",
            "d41d8cd98f00b204e9800998ecf8427e");
    private static final Set<String> INSIDE =
            Set.of("localhost", "localdomain", "local", "internal", "intranet", "lan", "corp", "home", "arpa");
    /** What countries put before their own ending: {@code co.jp}, {@code com.au}. */
    private static final Set<String> SECOND = Set.of(
            "co", "com", "net", "org", "or", "ne", "ac", "ad", "go", "gov", "gob", "gouv", "edu", "ed", "mil", "gr",
            "lg", "nom", "ltd", "plc", "sch", "asn", "id");

    private Broad() {}

    static Optional<String> reason(Known known) {
        return switch (known.kind()) {
            case IP -> inside(known.value());
            case NETWORK -> Network.parse(known.value()).flatMap(Broad::network);
            case DOMAIN -> domain(known.value());
            case URL ->
                Urls.host("http:" + known.value().substring(known.value().indexOf("//")))
                        .flatMap(Broad::inside);
            case SHA256, SHA1, MD5 ->
                when(EMPTY_FILE.contains(known.value()), "is the empty file's hash, which every host has");
            case SENDER -> Optional.empty();
        };
    }

    private static Optional<String> network(Network network) {
        boolean broad = network.bits() < (network.isV4() ? SHORTEST_V4 : SHORTEST_V6);
        return when(broad, "is too broad: " + network.text())
                .or(() -> when(
                        Address.touchesInside(network),
                        "holds addresses that are nobody's outside: " + network.text()));
    }

    private static Optional<String> inside(String host) {
        boolean inside = Address.parse(host).map(address -> !address.outside()).orElseGet(() -> isInside(host));
        return when(inside, "is nobody's outside: " + host);
    }

    private static boolean isInside(String host) {
        return INSIDE.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    private static Optional<String> domain(String domain) {
        int dot = domain.indexOf('.');
        boolean countrys = dot == domain.length() - 3 && SECOND.contains(domain.substring(0, dot));
        return when(countrys, "is too broad: half a country is below " + domain).or(() -> inside(domain));
    }

    private static Optional<String> when(boolean holds, String reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
