package io.tadoru.detection.indicator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.detection.Indicator;
import io.tadoru.event.Instants;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The indicators among a bundle's objects. What was merely observed, and is in a bundle beside them, is none; an identity may
 * come after the indicators that it made, so they wait for the end.
 */
final class StixBundle {
    private static final int MOST_IDENTITIES = 10_000;

    private final Intake into;
    private final Map<String, String> identities = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Pool<String> texts = new Pool<>();

    private record Waiting(String id, String creator, Written written) {}

    private StixBundle(Intake into) {
        this.into = into;
    }

    static void read(JsonParser parser, Intake into) throws IOException {
        StixBundle bundle = new StixBundle(into);
        parser.nextToken();
        JsonWalk.elements(parser, at -> JsonWalk.members(at, bundle::member));
        bundle.tell();
    }

    private void member(String name, JsonParser at) throws IOException {
        if (name.equals("objects")) {
            JsonWalk.elements(at, one -> object(JsonWalk.object(one)));
        } else {
            at.skipChildren();
        }
    }

    private void object(JsonNode object) {
        switch (text(object, "type")) {
            case "indicator" -> indicator(object);
            case "identity" -> {
                if (identities.size() < MOST_IDENTITIES) {
                    identities.put(text(object, "id"), Plain.text(text(object, "name"), 100));
                }
            }
            default -> {}
        }
    }

    private void indicator(JsonNode object) {
        Optional<String> fault = fault(object);
        String id = Plain.text(text(object, "id"), 80);
        if (fault.isPresent()) {
            into.refuse(id, fault.get());
        } else if (!object.path("revoked").asBoolean()) {
            pattern(id, object);
        }
    }

    private static Optional<String> fault(JsonNode object) {
        String language = object.path("pattern_type").asText("stix");
        if (!language.equals("stix")) {
            return Optional.of("a pattern in " + Plain.text(language, 40) + " is not read");
        }
        for (JsonNode type : object.path("indicator_types")) {
            if (type.asText().equals("benign")) {
                return Optional.of("says what is benign");
            }
        }
        return times(object);
    }

    private static Optional<String> times(JsonNode object) {
        for (String field : List.of("valid_from", "valid_until")) {
            if (!text(object, field).isEmpty() && time(object, field) == null) {
                return Optional.of(field + " is no instant: " + Plain.text(text(object, field), 80));
            }
        }
        return Optional.empty();
    }

    private void pattern(String id, JsonNode object) {
        StixFound found = StixPattern.read(text(object, "pattern"));
        found.refused().forEach(what -> into.refuse(id, what + " is no exact value"));
        String creator = texts.one(text(object, "created_by_ref"));
        found.values().forEach(value -> waiting.add(new Waiting(texts.one(id), creator, written(value, object))));
    }

    private static Written written(Written value, JsonNode object) {
        String name = text(object, "name");
        return new Written(
                value.type(),
                value.value(),
                "",
                confidence(object),
                time(object, "valid_from"),
                time(object, "valid_until"),
                Plain.text(name.isEmpty() ? text(object, "description") : name, 200));
    }

    private static int confidence(JsonNode object) {
        int confidence = object.path("confidence").asInt(Indicator.UNSAID);
        return confidence < 0 || confidence > 100 ? Indicator.UNSAID : confidence;
    }

    private void tell() {
        waiting.forEach(w -> into.take(
                w.id(),
                w.written()
                        .told(
                                identities.getOrDefault(w.creator(), ""),
                                w.written().name())));
    }

    private static @Nullable Instant time(JsonNode object, String field) {
        return Instants.parse(text(object, field)).orElse(null);
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText("");
    }
}
