package io.tadoru.detection;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code rules/pipelines/ecs.yml}: what Sigma's logsources and field names mean in events. */
final class Pipeline {
    private final List<Route> routes;
    private final Map<Map<String, String>, Route> merged = new HashMap<>();

    private Pipeline(List<Route> routes) {
        this.routes = routes;
    }

    static Pipeline load(Path file) {
        return read(Doc.parse(file, Doc.text(file)));
    }

    static Pipeline read(Doc doc) {
        FieldNames common = FieldNames.read(
                doc.need("fields"), doc.child("vars").map(Doc::map).orElse(Map.of()));
        return new Pipeline(doc.need("logsources").items().stream()
                .map(entry -> Route.read(entry, common))
                .toList());
    }

    /** The one route for a rule's logsource: of several that serve, any. */
    Route route(Doc logsource) {
        Map<String, String> keys = Route.keys(logsource);
        if (keys.isEmpty()) {
            throw logsource.error("logsource names no product, category or service");
        }
        return merged.computeIfAbsent(keys, k -> merge(logsource, k));
    }

    private Route merge(Doc logsource, Map<String, String> keys) {
        List<Route> serving = routes.stream().filter(r -> r.serves(keys)).toList();
        if (serving.isEmpty()) {
            throw logsource.error("logsource " + new TreeMap<>(keys) + " is not known to the pipeline");
        }
        Expression when = new Expression.Or(serving.stream().map(Route::when).toList());
        FieldNames names =
                serving.stream().map(Route::names).reduce(FieldNames::with).orElseThrow();
        return new Route(keys, when, names, serving.stream().allMatch(Route::staged));
    }
}
