package io.tadoru.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import io.tadoru.pipeline.Role;
import io.tadoru.runtime.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What must hold of the installation whoever edits it; needs no Docker. */
class ComposeFileTest {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final List<String> PUBLISHED = List.of("collect", "kibana", "serve");

    private final JsonNode file = read();

    /** With a reader that knows anchors and merges. */
    private static JsonNode read() {
        try {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(ROOT.resolve("docker-compose.yml")));
            return Json.MAPPER.valueToTree(yaml);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<Map.Entry<String, JsonNode>> services() {
        return file.path("services").properties();
    }

    @Test
    void eachRoleHasAServiceOfItsName() {
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            assertThat(file.at("/services/" + name + "/command").toString())
                    .contains("\"run\",\"--role\",\"" + name + "\"");
        }
    }

    @Test
    void onlyThePageKibanaAndTheIntakeArePublishedAndOnLoopbackUnlessToldOtherwise() {
        for (Map.Entry<String, JsonNode> service : services()) {
            JsonNode ports = service.getValue().path("ports");
            assertThat(ports.isMissingNode() || PUBLISHED.contains(service.getKey()))
                    .as(service.getKey())
                    .isTrue();
            ports.forEach(port -> assertThat(port.asText()).startsWith("${TADORU_BIND:-127.0.0.1}:"));
            assertThat(service.getValue().has("network_mode")
                            && !service.getValue().path("network_mode").asText().equals("none"))
                    .isFalse();
        }
        assertThat(file.at("/networks/inside/internal").asBoolean()).isTrue();
        for (String server : List.of("kafka", "elasticsearch")) {
            assertThat(file.at("/services/" + server + "/networks").toString()).isEqualTo("[\"inside\"]");
        }
    }

    @Test
    void noServiceMayMoreThanItMust() {
        for (Map.Entry<String, JsonNode> service : services()) {
            JsonNode s = service.getValue();
            assertThat(s.path("cap_drop").toString()).as(service.getKey()).isEqualTo("[\"ALL\"]");
            assertThat(s.path("security_opt").toString()).as(service.getKey()).contains("no-new-privileges:true");
            assertThat(s.has("mem_limit")).as(service.getKey() + " mem_limit").isTrue();
            assertThat(s.at("/logging/options/max-size").asText())
                    .as(service.getKey())
                    .isNotBlank();
            if (s.path("image").asText().contains("tadoru")) {
                assertThat(s.path("read_only").asBoolean()).as(service.getKey()).isTrue();
            }
        }
    }

    @Test
    void elasticsearchAsksForPasswordsAndNoneIsWrittenDown() throws IOException {
        assertThat(file.at("/services/elasticsearch/environment/xpack.security.enabled")
                        .asText())
                .isEqualTo("true");
        for (String name : List.of("docker-compose.yml", ".env", "docker/tadoru.yml")) {
            assertThat(Files.readString(ROOT.resolve(name)))
                    .as(name)
                    .doesNotContainPattern("(?i)(password|key)\\s*[:=]\\s*[\"']?[a-z0-9]+");
        }
    }

    @Test
    void kibanaIsOnByDefaultAndCanBeLeftOut() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(".env"))).contains("COMPOSE_PROFILES=kibana");
        for (Map.Entry<String, JsonNode> service : services()) {
            boolean profiled = service.getValue().path("profiles").toString().equals("[\"kibana\"]");
            boolean needs = service.getValue().path("depends_on").has("kibana");
            assertThat(profiled || !needs)
                    .as(service.getKey() + " needs Kibana")
                    .isTrue();
        }
        assertThat(file.at("/services/kibana/profiles").toString()).isEqualTo("[\"kibana\"]");
    }

    /** A volume that is declared and not used, or the other way round, would stay behind or be nameless. */
    @Test
    void everyVolumeIsUsedAndDeclared() {
        Set<String> used = new HashSet<>();
        services().forEach(s -> s.getValue().path("volumes").forEach(v -> used.add(v.asText())));
        used.removeIf(v -> v.startsWith(".") || v.startsWith("$"));
        Set<String> declared = new HashSet<>();
        file.path("volumes").fieldNames().forEachRemaining(declared::add);

        assertThat(used.stream().map(v -> v.substring(0, v.indexOf(':'))).distinct())
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void theExamplesSettingsAreUnderstoodAndUsePublishedPorts() {
        Settings settings = Settings.load(ROOT.resolve("docker/tadoru.yml"), Map.of(), Map.of());

        assertThat(settings.sources())
                .hasSizeGreaterThan(5)
                .allSatisfy(source -> assertThat(source.port() == 0 || (source.port() >= 5140 && source.port() <= 5149))
                        .as(source.name())
                        .isTrue());
    }
}
