package io.tadoru.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Lens panel of a dashboard, as Kibana would draw it.
 *
 * @param view the data view it draws from
 */
record Panel(String dashboard, String id, JsonNode source, JsonNode view) {
    static SavedObjects objects() {
        return SavedObjects.read(Path.of(System.getProperty("tadoru.root"), "dashboards"));
    }

    static List<Panel> all() {
        List<Panel> panels = new ArrayList<>();
        for (JsonNode object : objects().objects()) {
            for (JsonNode panel : object.at("/attributes/panelsJSON")) {
                panels.add(new Panel(
                        object.path("id").asText(), panel.path("panelIndex").asText(), panel, view(panel)));
            }
        }
        return panels;
    }

    private static JsonNode view(JsonNode panel) {
        String id = panel.at("/embeddableConfig/attributes/references/0/id").asText();
        return objects().objects().stream()
                .filter(o -> o.path("type").asText().equals("index-pattern"))
                .filter(o -> o.path("id").asText().equals(id))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    JsonNode attributes() {
        return source.at("/embeddableConfig/attributes");
    }

    JsonNode state() {
        return attributes().path("state");
    }

    JsonNode layers() {
        return state().at("/datasourceStates/formBased/layers");
    }

    /** The one layer: a name, and its columns and their order. */
    Map.Entry<String, JsonNode> layer() {
        return layers().properties().iterator().next();
    }

    JsonNode column(String name) {
        return layer().getValue().path("columns").path(name);
    }

    List<String> columns() {
        List<String> names = new ArrayList<>();
        layer().getValue().path("columnOrder").forEach(name -> names.add(name.asText()));
        return names;
    }

    String index() {
        return view.at("/attributes/title").asText();
    }

    String timeField() {
        return view.at("/attributes/timeFieldName").asText();
    }

    String kql() {
        return state().at("/query/query").asText();
    }

    @Override
    public String toString() {
        return dashboard + "/" + id;
    }
}
