package io.tadoru.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a Lens panel to the aggregation that Kibana runs for it: buckets within each other, the metrics in all of them. */
final class PanelQuery {
    private static final String METRIC = "metric";

    private final Panel panel;

    private PanelQuery(Panel panel) {
        this.panel = panel;
    }

    /** The search's body, over these times of the data view's time field. */
    static Map<String, Object> of(Panel panel, String from, String to) {
        Map<String, Object> time = Map.of("range", Map.of(panel.timeField(), Map.of("gte", from, "lte", to)));
        return Map.of(
                "size", 0,
                "query", Map.of("bool", Map.of("filter", List.of(time, Kql.query(panel.kql())))),
                "aggs", new PanelQuery(panel).aggregations(panel.columns()));
    }

    private Map<String, Object> aggregations(List<String> columns) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String name : columns) {
            JsonNode column = panel.column(name);
            if (!column.path("isBucketed").asBoolean()) {
                metric(column).ifPresent(metric -> all.put(name, metric));
            }
        }
        if (!columns.isEmpty()
                && panel.column(columns.get(0)).path("isBucketed").asBoolean()) {
            Map<String, Object> bucket = new LinkedHashMap<>(bucket(panel.column(columns.get(0))));
            bucket.put("aggs", aggregations(columns.subList(1, columns.size())));
            all.put(columns.get(0), bucket);
        }
        return all;
    }

    private Map<String, Object> bucket(JsonNode column) {
        return switch (operation(column)) {
            case "terms" -> Map.of("terms", terms(column));
            case "date_histogram" ->
                Map.of("date_histogram", Map.of("field", field(column), "fixed_interval", "3h", "min_doc_count", 0));
            case "filters" -> Map.of("filters", Map.of("filters", filters(column)));
            default -> throw new IllegalArgumentException(panel + ": no bucket is " + operation(column));
        };
    }

    private Map<String, Object> terms(JsonNode column) {
        JsonNode params = column.path("params");
        return Map.of(
                "field", field(column),
                "size", params.path("size").asInt(),
                "order",
                        Map.of(
                                order(params.at("/orderBy/columnId").asText()),
                                params.path("orderDirection").asText()));
    }

    /** By the documents, or by a metric within; one with a filter is a level deeper. */
    private String order(String by) {
        JsonNode column = panel.column(by);
        boolean filtered = column.has("filter");
        if (operation(column).equals("count")) {
            return filtered ? by : "_count";
        }
        return filtered ? by + ">" + METRIC : by;
    }

    private static Map<String, Object> filters(JsonNode column) {
        Map<String, Object> all = new LinkedHashMap<>();
        column.at("/params/filters")
                .forEach(filter -> all.put(
                        filter.path("label").asText(),
                        Kql.query(filter.at("/input/query").asText())));
        return all;
    }

    /** A count without a filter is there already. */
    private Optional<Map<String, Object>> metric(JsonNode column) {
        boolean count = operation(column).equals("count");
        if (!column.has("filter")) {
            return count ? Optional.empty() : Optional.of(plain(column));
        }
        Map<String, Object> filtered = new LinkedHashMap<>();
        filtered.put("filter", Kql.query(column.at("/filter/query").asText()));
        if (!count) {
            filtered.put("aggs", Map.of(METRIC, plain(column)));
        }
        return Optional.of(filtered);
    }

    private Map<String, Object> plain(JsonNode column) {
        Map<String, Object> field = Map.of("field", field(column));
        return switch (operation(column)) {
            case "average" -> Map.of("avg", field);
            case "max" -> Map.of("max", field);
            case "unique_count" -> Map.of("cardinality", field);
            case "last_value" -> Map.of("top_hits", last(column));
            default -> throw new IllegalArgumentException(panel + ": no metric is " + operation(column));
        };
    }

    private static Map<String, Object> last(JsonNode column) {
        String by = column.at("/params/sortField").asText();
        return Map.of(
                "size", 1, "_source", false, "fields", List.of(field(column)), "sort", List.of(Map.of(by, "desc")));
    }

    private static String operation(JsonNode column) {
        return column.path("operationType").asText();
    }

    private static String field(JsonNode column) {
        return column.path("sourceField").asText();
    }
}
