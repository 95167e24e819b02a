package io.tadoru.detection.indicator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.event.Limits;
import java.io.IOException;
import java.io.Reader;

/** Walks through a JSON document of any size, holding one small object of it at a time. */
final class JsonWalk {
    private static final ObjectMapper MAPPER = mapper();

    private JsonWalk() {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder().build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(64)
                        .maxStringLength(Limits.TOPIC_RECORD_BYTES)
                        .build());
        return mapper;
    }

    static JsonParser parser(Reader reader) throws IOException {
        return MAPPER.getFactory().createParser(reader);
    }

    /** What is done with a member of an object; it reads the whole value, on whose first token the parser stands. */
    interface Member {
        void read(String name, JsonParser at) throws IOException;
    }

    /** What is done with an element of an array, likewise. */
    interface Element {
        void read(JsonParser at) throws IOException;
    }

    /** Each member of the object that the parser stands on; anything but an object has none. */
    static void members(JsonParser at, Member member) throws IOException {
        if (at.currentToken() != JsonToken.START_OBJECT) {
            at.skipChildren();
            return;
        }
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            String name = at.currentName();
            at.nextToken();
            member.read(name, at);
        }
    }

    /** Each element of the array that the parser stands on; anything else is an array of itself. */
    static void elements(JsonParser at, Element element) throws IOException {
        if (at.currentToken() != JsonToken.START_ARRAY) {
            element.read(at);
            return;
        }
        while (at.nextToken() != JsonToken.END_ARRAY) {
            element.read(at);
        }
    }

    /** The object that the parser stands on, whole; empty for anything else. */
    static JsonNode object(JsonParser at) throws IOException {
        JsonNode node = MAPPER.readTree(at);
        return node instanceof ObjectNode ? node : MAPPER.createObjectNode();
    }
}
