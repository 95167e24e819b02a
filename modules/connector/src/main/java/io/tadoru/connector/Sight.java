package io.tadoru.connector;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.HostName;
import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import io.tadoru.event.Strength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which names of an event were with its host, and how sure that is. Accounts that are on every host, and addresses that are on
 * none, say nothing.
 *
 * @param host the field that names the host
 * @param fields where the names stand, by their kind
 */
public record Sight(String host, Strength strength, Map<Identity.Kind, List<String>> fields) {
    private static final Set<String> EVERYWHERE = Set.of(
            "system", "network service", "local service", "anonymous logon", "iusr", "localsystem", "root", "-", "n/a");
    private static final int MAX_VALUES = 64;

    public Sight {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields)); // in the same order every time
    }

    /** What the event tells, by all of these. */
    static List<Observation> all(List<Sight> sights, Event event) {
        return sights.stream()
                .flatMap(sight -> sight.of(event).stream())
                .distinct()
                .toList();
    }

    private List<Observation> of(Event event) {
        String connector = event.text(Fields.CONNECTOR).orElse("");
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
            case MAC, HOST, SENSOR, AGENT, PATH, AWAY -> !value.equals("00-00-00-00-00-00");
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
            case HOST, SENSOR, AGENT, PATH, AWAY -> Identity::host;
        };
    }
}
