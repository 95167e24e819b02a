package io.tadoru.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code rules/pipelines/*.yml}: what Sigma's logsources and field names mean in events. The fields of a file hold for its own
 * logsources; those of one that says {@code common: true} for all, where they say nothing else.
 */
final class Pipeline {
    private final List<Route> routes;
    private final Map<String, Doc> vars;
    private final boolean asWritten;
    private final Map<Map<String, String>, Route> merged = new HashMap<>();

    private Pipeline(List<Route> routes, Map<String, Doc> vars, boolean asWritten) {
        this.routes = routes;
        this.vars = vars;
        this.asWritten = asWritten;
    }

    /** All files of the folder. */
    static Pipeline load(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return read(files.filter(f -> f.toString().endsWith(".yml"))
                    .sorted()
                    .map(f -> Doc.parse(f, Doc.text(f)))
                    .toList());
        } catch (IOException e) {
            throw new RuleException(folder, 0, "cannot be read: " + e.getMessage());
        }
    }

    static Pipeline read(List<Doc> files) {
        Map<String, Doc> vars = new HashMap<>();
        files.forEach(file -> file.child("vars").ifPresent(some -> vars.putAll(some.map())));
        FieldNames common = files.stream()
                .filter(Pipeline::isCommon)
                .map(file -> FieldNames.read(file, vars))
                .reduce(FieldNames.none(), FieldNames::with);
        List<Route> routes = files.stream()
                .flatMap(file -> routes(file, common.with(FieldNames.read(file, vars))))
                .toList();
        return new Pipeline(routes, vars, false);
    }

    private static boolean isCommon(Doc file) {
        return file.child("common").filter(c -> c.text().equals("true")).isPresent();
    }

    private static Stream<Route> routes(Doc file, FieldNames names) {
        return file.child("logsources").map(Doc::items).orElse(List.of()).stream()
                .map(entry -> Route.read(entry, names));
    }

    /** For records that have Sigma's field names and name their logsource: nothing is mapped, and every logsource is known. */
    Pipeline asWritten() {
        return new Pipeline(List.of(), vars, true);
    }

    /** The one route for a rule's logsource: of several that serve, any. */
    Route route(Doc logsource) {
        Map<String, String> keys = Route.keys(logsource);
        if (keys.isEmpty()) {
            throw logsource.error("logsource names no product, category or service");
        }
        return asWritten
                ? new Route(keys, new Expression.And(List.of()), FieldNames.asWritten(vars), false)
                : merged.computeIfAbsent(keys, k -> merge(logsource, k));
    }

    private Route merge(Doc logsource, Map<String, String> keys) {
        List<Route> serving = routes.stream().filter(r -> r.serves(keys)).toList();
        if (serving.isEmpty()) {
            throw logsource.unsupported("logsource " + new TreeMap<>(keys) + " is not known to the pipeline");
        }
        List<Expression> when = serving.stream().map(Route::when).toList();
        FieldNames names =
                serving.stream().map(Route::names).reduce(FieldNames::with).orElseThrow();
        return new Route(
                keys,
                when.size() == 1 ? when.getFirst() : new Expression.Or(when),
                names,
                serving.stream().allMatch(Route::staged));
    }
}
