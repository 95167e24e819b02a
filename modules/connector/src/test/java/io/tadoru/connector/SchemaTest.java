package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use accepts what the compiler accepts, and refuses what it refuses. */
class SchemaTest {
    private static final Path FILE = Samples.CONNECTORS.resolve("connector.schema.json");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final com.networknt.schema.Schema schema = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12)
            .getSchema(Json.MAPPER.valueToTree(Schema.document()));

    @Test
    void theFileIsWhatTheWordsOfTheCompilerMake() throws IOException {
        String json = Schema.text();
        if (Boolean.getBoolean("tadoru.update")) {
            Files.writeString(FILE, json);
        }
        assertThat(FILE).hasContent(json);
    }

    @TestFactory
    Stream<DynamicTest> everyConnectorIsAccepted() {
        return ConnectorCatalog.lazy(Samples.CONNECTORS).folders().entrySet().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getKey(), () -> {
                    JsonNode yaml = YAML.readTree(
                            folder.getValue().resolve("connector.yml").toFile());
                    assertThat(schema.validate(yaml)).isEmpty();
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clasify: []",
                "layer: swgg",
                "frame: sylog",
                "frame: {heder: x}",
                "read: [{jsn: x}]",
                "read: [jsn]",
                "read: [{kv: {betwen: ' '}}]",
                "read: [{json: '', form: x}]",
                "map: {source.iip: client}",
                "map: {source.ip: {form: client}}",
                "map: {source.ip: {from: client, as: ipp}}",
                "classify: [{set: {tadoru.verdict: bloked}}]",
                "classify: [{set: {event.category: [wb]}}]",
                "classify: [{when: {code: {start: x}}, set: {message: x}}]",
                "classify: [{wen: {code: x}, set: {message: x}}]",
                "observe: [{ip: source.ip, strength: leese}]",
                "observe: [{ip: source.ip}]",
                "drop: [{when: {code: x}}]",
                "choose: [{when: {code: x}, raed: [json]}]",
                "use: {conector: squid}"
            })
    void aMistakeIsRefused(String mistake) throws IOException {
        String sound = "vendor: Example\nproduct: Example\nlayer: swg\ndetect: x\n";
        String key = mistake.substring(0, mistake.indexOf(':'));
        String yaml = sound.replaceAll("(?m)^" + key + ":.*\n", "") + mistake;
        assertThat(schema.validate(YAML.readTree(sound))).isEmpty();
        assertThat(schema.validate(YAML.readTree(yaml))).isNotEmpty();
    }
}
