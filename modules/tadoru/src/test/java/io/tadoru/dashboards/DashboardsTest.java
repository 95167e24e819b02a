package io.tadoru.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import io.tadoru.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kibana is not at hand where this is built, so what it would say to our dashboards is checked here, and by DashboardsIT. */
class DashboardsTest {
    private static final String RECORDS = "___records___";

    /** What Lens lets each operation be done to. */
    private static final Map<String, Set<String>> FITTING = Map.of(
            "terms", Set.of("keyword", "ip", "boolean", "long", "double"),
            "date_histogram", Set.of("date"),
            "average", Set.of("long", "double"),
            "max", Set.of("long", "double", "date"),
            "unique_count", Set.of("keyword", "ip", "date", "long", "double"),
            "last_value", Set.of("keyword", "ip", "boolean", "date", "long", "double"));

    /** As a column's data type must be for a field of this type. */
    private static final Map<String, String> DATA = Map.of(
            "keyword", "string", "ip", "ip", "boolean", "boolean", "date", "date", "long", "number", "double",
            "number");

    static List<Panel> panels() {
        return Panel.all();
    }

    @Test
    void bothQuestionsAndTheirDataViewsAreThere() {
        assertThat(Panel.objects().objects())
                .extracting(o -> o.path("id").asText())
                .containsExactlyInAnyOrder(
                        "tadoru-chains",
                        "tadoru-events",
                        "tadoru-rejects",
                        "tadoru-infected-now",
                        "tadoru-let-through");
    }

    @Test
    void everyReferenceOfWhatIsImportedResolves() throws IOException {
        List<JsonNode> imported = imported();
        Set<String> there = imported.stream().map(DashboardsTest::name).collect(Collectors.toSet());

        assertThat(there).hasSameSizeAs(imported);
        for (JsonNode object : imported) {
            for (JsonNode reference : object.path("references")) {
                assertThat(there).as(name(object)).contains(name(reference));
            }
        }
    }

    /** Kibana finds a panel's data view on the dashboard by this name and no other. */
    @Test
    void theDashboardNamesTheDataViewOfEachLayerOfEachPanel() throws IOException {
        List<String> wanted = panels().stream()
                .map(panel -> panel.id() + ":indexpattern-datasource-layer-"
                        + panel.layer().getKey())
                .toList();
        List<String> named = new ArrayList<>();
        imported()
                .forEach(o -> o.path("references")
                        .forEach(r -> named.add(r.path("name").asText())));

        assertThat(named).containsExactlyInAnyOrderElementsOf(wanted).doesNotHaveDuplicates();
    }

    @Test
    void whatKibanaKeepsAsTextIsText() throws IOException {
        for (JsonNode object : imported()) {
            JsonNode attributes = object.path("attributes");
            for (String name : List.of("panelsJSON", "optionsJSON", "fieldFormatMap")) {
                assertThat(attributes.path(name).isContainerNode()).as(name).isFalse();
            }
            assertThat(attributes.path("title").asText()).isNotBlank();
        }
        JsonNode dashboard = imported().get(3);
        assertThat(Json.MAPPER.readTree(dashboard.at("/attributes/panelsJSON").asText()))
                .isNotEmpty();
        assertThat(dashboard
                        .at("/attributes/kibanaSavedObjectMeta/searchSourceJSON")
                        .isTextual())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyFieldIsInTheTemplateWithAFittingType(Panel panel) throws IOException {
        JsonNode mapped = mapped(panel);
        assertThat(mapped.path(panel.timeField()).path("type").asText()).isEqualTo("date");
        for (String name : panel.columns()) {
            fits(panel, panel.column(name), mapped);
        }
        asked(panel)
                .forEach(field -> assertThat(mapped.has(field))
                        .as(panel + " asks for " + field)
                        .isTrue());
    }

    private static void fits(Panel panel, JsonNode column, JsonNode mapped) {
        String operation = column.path("operationType").asText();
        String field = column.path("sourceField").asText();
        if (operation.equals("filters") || operation.equals("count")) {
            assertThat(field).isIn("", RECORDS);
            return;
        }
        String type = mapped.path(field).path("type").asText();
        assertThat(FITTING.get(operation))
                .as(panel + " " + operation + " of " + field)
                .contains(type);
        String data = operation.equals("unique_count") ? "number" : DATA.get(type);
        assertThat(column.path("dataType").asText()).as(panel + " " + field).isEqualTo(data);
        if (operation.equals("last_value")) {
            assertThat(mapped.path(column.at("/params/sortField").asText())
                            .path("type")
                            .asText())
                    .isEqualTo("date");
        }
    }

    private static Set<String> asked(Panel panel) {
        Set<String> fields = new HashSet<>(Kql.fields(panel.kql()));
        for (String name : panel.columns()) {
            fields.addAll(Kql.fields(panel.column(name).at("/filter/query").asText()));
            panel.column(name)
                    .at("/params/filters")
                    .forEach(f -> fields.addAll(Kql.fields(f.at("/input/query").asText())));
        }
        return fields;
    }

    @ParameterizedTest
    @MethodSource("panels")
    void columnsAreWholeAndBucketsComeFirst(Panel panel) {
        Set<String> there = new HashSet<>();
        panel.layer().getValue().path("columns").fieldNames().forEachRemaining(there::add);

        assertThat(panel.layers().size()).isEqualTo(1);
        assertThat(panel.columns()).containsExactlyInAnyOrderElementsOf(there);
        assertThat(panel.columns().stream()
                        .map(name -> panel.column(name).path("isBucketed").asBoolean())
                        .toList())
                .isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        assertThat(drawn(panel.state().path("visualization"))).isNotEmpty().isSubsetOf(there);
        for (String name : panel.columns()) {
            JsonNode by = panel.column(name).at("/params/orderBy/columnId");
            assertThat(by.isMissingNode() || there.contains(by.asText())).isTrue();
        }
    }

    /** Every column that a visualization names, whatever it calls its place. */
    private static Set<String> drawn(JsonNode visualization) {
        Set<String> names = new HashSet<>();
        for (String key : List.of("columnId", "metricAccessor", "xAccessor", "splitAccessor")) {
            visualization.findValues(key).forEach(v -> names.add(v.asText()));
        }
        for (String key : List.of("accessors", "primaryGroups", "metrics")) {
            visualization.findValues(key).forEach(v -> v.forEach(name -> names.add(name.asText())));
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("panels")
    void visualizationAndReferenceNameThePanelsLayer(Panel panel) {
        String layer = panel.layer().getKey();

        assertThat(panel.state().path("visualization").findValuesAsText("layerId"))
                .isNotEmpty()
                .allMatch(layer::equals);
        assertThat(panel.attributes().at("/references/0/name").asText())
                .isEqualTo("indexpattern-datasource-layer-" + layer);
        assertThat(panel.source().at("/gridData/i").asText()).isEqualTo(panel.id());
        assertThat(panel.attributes().path("description").asText()).matches(".*\\p{IsHan}.*|.*\\p{IsKatakana}.*");
    }

    @Test
    void noPanelLiesOnAnother() {
        Set<String> taken = new HashSet<>();
        for (Panel panel : panels()) {
            JsonNode grid = panel.source().path("gridData");
            assertThat(grid.path("x").asInt() + grid.path("w").asInt()).isLessThanOrEqualTo(48);
            for (int x = 0; x < grid.path("w").asInt(); x++) {
                for (int y = 0; y < grid.path("h").asInt(); y++) {
                    String cell = panel.dashboard() + " " + (grid.path("x").asInt() + x) + " "
                            + (grid.path("y").asInt() + y);
                    assertThat(taken.add(cell)).as(panel + " at " + cell).isTrue();
                }
            }
        }
    }

    private static List<JsonNode> imported() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : new String(Panel.objects().ndjson(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            objects.add(Json.MAPPER.readTree(line));
        }
        return objects;
    }

    private static String name(JsonNode object) {
        return object.path("type").asText() + " " + object.path("id").asText();
    }

    /** The template's fields, by the index that the data view names. */
    private static JsonNode mapped(Panel panel) throws IOException {
        String template = "/io/tadoru/store/" + panel.index().replaceAll("-\\*$", "") + ".json";
        try (InputStream in = Store.class.getResourceAsStream(template)) {
            assertThat(in).as(template).isNotNull();
            return Json.MAPPER.readTree(in).at("/template/mappings/properties");
        }
    }
}
