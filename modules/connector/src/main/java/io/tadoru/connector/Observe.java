package io.tadoru.connector;

import io.tadoru.event.Fields;
import io.tadoru.event.Identity;
import io.tadoru.event.Strength;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One entry of {@code observe}: when it holds, and what it then sees in the event. */
record Observe(Condition when, Sight sight) {
    static final List<String> KEYS = List.of("when", "host", "strength", "ip", "user", "mail", "mac");

    static Observe compile(Spot spot) {
        spot.only(KEYS);
        Map<Identity.Kind, List<String>> fields = new EnumMap<>(Identity.Kind.class);
        for (Identity.Kind kind :
                List.of(Identity.Kind.IP, Identity.Kind.USER, Identity.Kind.MAIL, Identity.Kind.MAC)) {
            spot.at(kind.name().toLowerCase(Locale.ROOT)).ifPresent(s -> fields.put(kind, names(s)));
        }
        String host = spot.at("host").map(h -> Target.of(h).field()).orElse(Fields.HOST_NAME);
        return new Observe(Conditions.of(spot.fields()), new Sight(host, strength(spot.need("strength")), fields));
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
        List<String> words = Arrays.stream(Strength.values())
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .toList();
        throw word.wrong("one of", words);
    }
}
