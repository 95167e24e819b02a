package io.tadoru.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tadoru.event.Json;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The API's description, to hold answers against. */
record OpenApi(JsonNode document) {
    /** Method and path of all that is described. */
    Set<String> operations() {
        Set<String> all = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return all;
    }

    /** The answer has a status and a type that are described, and a body that fits. */
    void describes(String method, String path, HttpResponse<String> answer) throws Exception {
        JsonNode response = resolved(document.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(Integer.toString(answer.statusCode())));
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        JsonNode schema = response.path("content").path(type).path("schema");
        assertThat(schema.isObject())
                .as("%s %s %d %s is described", method, path, answer.statusCode(), type)
                .isTrue();
        if (type.equals("application/json") || type.equals("application/problem+json")) {
            assertThat(schema(schema).validate(Json.MAPPER.readTree(answer.body())))
                    .as(method + " " + path)
                    .isEmpty();
        }
    }

    private JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : document.at(ref.substring(1));
    }

    /** The components beside it, so that its references lead there. */
    private Schema schema(JsonNode schema) {
        ObjectNode whole = Json.MAPPER.createObjectNode();
        whole.set("allOf", Json.MAPPER.createArrayNode().add(schema));
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }
}
