package io.tadoru.detection.indicator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.detection.Indicator;
import io.tadoru.event.Instants;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MISP's events: the attributes that are meant for detection, those within objects too. Who made the event and what it is about
 * may stand after them, so they wait for its end.
 */
final class MispEvents {
    private final Intake into;
    private final List<Waiting> waiting = new ArrayList<>();
    private String maker = "";
    private String about = "";

    private record Waiting(String id, Written written) {}

    private MispEvents(Intake into) {
        this.into = into;
    }

    static void read(JsonParser parser, Intake into) throws IOException {
        parser.nextToken();
        JsonWalk.elements(parser, at -> file(at, into));
    }

    /** {@code {"Event": ...}} or {@code {"response": [...]}}, which holds events, or what a search for attributes found. */
    private static void file(JsonParser parser, Intake into) throws IOException {
        MispEvents loose = new MispEvents(into);
        JsonWalk.members(parser, (name, at) -> {
            switch (name) {
                case "Event" -> event(at, into);
                case "response" -> JsonWalk.elements(at, one -> file(one, into));
                case "Attribute" -> loose.attributes(at);
                default -> at.skipChildren();
            }
        });
        loose.tell();
    }

    private static void event(JsonParser parser, Intake into) throws IOException {
        MispEvents event = new MispEvents(into);
        JsonWalk.members(parser, event::member);
        event.tell();
    }

    private void member(String name, JsonParser at) throws IOException {
        switch (name) {
            case "info" -> about = Plain.text(at.getValueAsString(""), 200);
            case "Orgc" -> maker = JsonWalk.object(at).path("name").asText("");
            case "Attribute" -> attributes(at);
            case "Object" -> JsonWalk.elements(at, this::object);
            default -> at.skipChildren();
        }
    }

    private void object(JsonParser parser) throws IOException {
        MispEvents object = new MispEvents(into);
        boolean[] deleted = {false};
        JsonWalk.members(parser, (name, at) -> {
            switch (name) {
                case "deleted" ->
                    deleted[0] =
                            at.getValueAsBoolean() || at.getValueAsString("").equals("1");
                case "Attribute" -> object.attributes(at);
                default -> at.skipChildren();
            }
        });
        if (!deleted[0]) {
            waiting.addAll(object.waiting);
        }
    }

    private void attributes(JsonParser at) throws IOException {
        JsonWalk.elements(at, one -> attribute(JsonWalk.object(one)));
    }

    private void attribute(JsonNode attribute) {
        boolean meant = isTrue(attribute, "to_ids") && !isTrue(attribute, "deleted");
        if (meant) {
            meant(attribute);
        }
    }

    private static boolean isTrue(JsonNode attribute, String field) {
        return attribute.path(field).asBoolean()
                || attribute.path(field).asText("").equals("1");
    }

    private void meant(JsonNode attribute) {
        String type = text(attribute, "type");
        String id = Plain.text(text(attribute, "uuid"), 60);
        List<Written> values = MispTypes.values(type, text(attribute, "value"));
        Optional<String> fault = values.isEmpty()
                ? Optional.of("type '" + Plain.text(type, 60) + "' is nothing that is looked up")
                : times(attribute);
        fault.ifPresentOrElse(
                why -> into.refuse(id, why),
                () -> values.forEach(value -> waiting.add(new Waiting(id, timed(value, attribute)))));
    }

    private static Optional<String> times(JsonNode attribute) {
        for (String field : List.of("first_seen", "last_seen")) {
            if (!text(attribute, field).isEmpty() && time(attribute, field) == null) {
                return Optional.of(field + " is no instant: " + Plain.text(text(attribute, field), 80));
            }
        }
        return Optional.empty();
    }

    /** What was seen at one moment only is not over with it. */
    private static Written timed(Written value, JsonNode attribute) {
        Instant first = time(attribute, "first_seen");
        Instant last = time(attribute, "last_seen");
        boolean over = last != null && !last.equals(first);
        return new Written(
                value.type(),
                value.value(),
                "",
                Indicator.UNSAID,
                first,
                over && last != null ? last.plusMillis(1) : null,
                "");
    }

    private void tell() {
        waiting.forEach(w -> into.take(w.id(), w.written().told(maker, about)));
    }

    private static @Nullable Instant time(JsonNode attribute, String field) {
        return Instants.parse(text(attribute, field)).orElse(null);
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText("");
    }
}
