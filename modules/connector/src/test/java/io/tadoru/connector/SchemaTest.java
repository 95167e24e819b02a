package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schema that editors use accepts what the compiler accepts, and refuses what it refuses. */
class SchemaTest {
    private static final Path FILE = Samples.CONNECTORS.resolve("connector.schema.json");

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

    /** With its anchors followed, as the compiler does. */
    private static JsonNode tree(String yaml) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return Json.MAPPER.valueToTree(loaded);
    }

    @TestFactory
    Stream<DynamicTest> everyConnectorIsAccepted() {
        return ConnectorCatalog.lazy(Samples.CONNECTORS).folders().entrySet().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getKey(), () -> {
                    String yaml = Files.readString(folder.getValue().resolve("connector.yml"));
                    assertThat(schema.validate(tree(yaml))).isEmpty();
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
    void aMistakeIsRefused(String mistake) {
        String sound = "vendor: Example\nproduct: Example\nlayer: swg\ndetect: x\n";
        String key = mistake.substring(0, mistake.indexOf(':'));
        String yaml = sound.replaceAll("(?m)^" + key + ":.*\n", "") + mistake;
        assertThat(schema.validate(tree(sound))).isEmpty();
        assertThat(schema.validate(tree(yaml))).isNotEmpty();
    }
}
