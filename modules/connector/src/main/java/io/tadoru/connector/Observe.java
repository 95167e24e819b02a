package io.tadoru.connector;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.HostName;
import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import io.tadoru.event.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One entry of {@code observe}: which names of an event were with its host. Accounts that are on every host, and addresses
 * that are on none, say nothing.
 */
record Observe(Condition when, String host, Strength strength, Map<Identity.Kind, List<String>> fields) {
    static final List<String> KEYS = List.of("when", "host", "strength", "ip", "user", "mail", "mac");
    private static final Set<String> EVERYWHERE = Set.of(
            "system", "network service", "local service", "anonymous logon", "iusr", "localsystem", "root", "-", "n/a");
    private static final int MAX_VALUES = 64;

    static Observe compile(Spot spot) {
        spot.only(KEYS);
        Map<Identity.Kind, List<String>> fields = new java.util.EnumMap<>(Identity.Kind.class);
        for (Identity.Kind kind :
                List.of(Identity.Kind.IP, Identity.Kind.USER, Identity.Kind.MAIL, Identity.Kind.MAC)) {
            spot.at(kind.name().toLowerCase(Locale.ROOT)).ifPresent(s -> fields.put(kind, names(s)));
        }
        String host = spot.at("host").map(h -> Target.of(h).field()).orElse(Fields.HOST_NAME);
        return new Observe(Conditions.of(spot.fields()), host, strength(spot.need("strength")), fields);
    }

    private static List<String> names(Spot spot) {
        return spot.list().stream().map(s -> Target.of(s).field()).toList();
    }

    private static Strength strength(Spot word) {
        for (Strength strength : Strength.values()) {
            if (strength.name().toLowerCase(Locale.ROOT).equals(word.text())) {
                return strength;
            }
        }
        List<String> words = java.util.Arrays.stream(Strength.values())
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .toList();
        throw word.wrong("one of", words);
    }

    /** What the event tells, as this entry reads it. */
    List<Observation> of(Event event, String connector) {
        String name = event.text(host).map(HostName::normal).orElse("");
        List<Observation> told = new ArrayList<>();
        if (name.isEmpty() || name.equals("-") || name.equals("*") || name.equals("LOCALHOST")) {
            return told;
        }
        fields.forEach((kind, names) -> names.stream()
                .flatMap(field -> event.texts(field).stream())
                .filter(value -> tells(kind, value))
                .limit(MAX_VALUES)
                .map(maker(kind))
                .map(identity -> new Observation(identity, name, event.time(), strength, connector))
                .filter(observation -> !told.contains(observation))
                .forEach(told::add));
        return told;
    }

    private static boolean tells(Identity.Kind kind, String value) {
        return switch (kind) {
            case IP -> Address.isHosts(value);
            case USER -> {
                String account = account(value);
                yield !account.isEmpty() && !account.endsWith("$") && !EVERYWHERE.contains(account);
            }
            case MAIL -> value.indexOf('@') > 0;
            case MAC, HOST, SENSOR -> !value.equals("00-00-00-00-00-00");
        };
    }

    private static String account(String value) {
        String local = value.substring(value.lastIndexOf('\\') + 1);
        return local.toLowerCase(Locale.ROOT).strip();
    }

    private static Function<String, Identity> maker(Identity.Kind kind) {
        return switch (kind) {
            case IP -> Identity::ip;
            case USER -> Identity::user;
            case MAIL -> Identity::mail;
            case MAC -> Identity::mac;
            case HOST, SENSOR -> Identity::host;
        };
    }
}
