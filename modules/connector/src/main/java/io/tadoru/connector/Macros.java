package io.tadoru.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names in {@code map} that stand for several fields: {@code X.account} is an account in any form (its name, domain and mail address),
 * {@code X.hash} a hash of any kind (told by its length).
 */
final class Macros {
    private static final List<String> HASHES = List.of("md5", "sha1", "sha256", "sha512");

    private Macros() {}

    /** The fields, each with the converter that picks its part; empty for a name that is a field itself. */
    static Map<String, String> of(String name) {
        Map<String, String> parts = new LinkedHashMap<>();
        below(name, "account").ifPresent(x -> {
            parts.put(x + ".name", "user");
            parts.put(x + ".domain", "domain");
            parts.put(x + ".email", "email");
        });
        below(name, "hash").ifPresent(x -> HASHES.forEach(h -> parts.put(x + ".hash." + h, h)));
        parts.keySet().removeIf(field -> EcsFields.find(field).isEmpty());
        return parts;
    }

    private static Optional<String> below(String name, String macro) {
        return name.endsWith("." + macro)
                ? Optional.of(name.substring(0, name.length() - macro.length() - 1))
                : Optional.empty();
    }
}
