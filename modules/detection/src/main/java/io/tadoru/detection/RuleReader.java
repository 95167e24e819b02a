package io.tadoru.detection;

import io.tadoru.event.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one Sigma rule and refuses, with line and reason, what it would not do as written. */
final class RuleReader {
    private static final int VERSION_CHARS = 12;
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Pipeline pipeline;

    RuleReader(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    Rule read(Path file, String text) {
        return read(Doc.parse(file, text), version(text));
    }

    /** What changes when the text does. */
    static String version(String text) {
        return Sha256.hex(text).substring(0, VERSION_CHARS);
    }

    Rule read(Doc doc, String version) {
        doc.child("action").ifPresent(found -> {
            throw found.unsupported("rule collections of old ('action') are not supported; write each rule whole");
        });
        Doc logsource = doc.need("logsource");
        String title = doc.need("title").text();
        Doc detection = doc.need("detection");
        Route route = pipeline.route(logsource);
        return new Rule(
                new RuleRef(id(doc, title), title, version, level(doc)),
                doc.child("name").map(Doc::text).orElse(""),
                doc.file(),
                Route.keys(logsource),
                doc.child("tags").map(Doc::texts).orElse(List.of()),
                tactic(doc),
                mark(doc),
                route.when(),
                expression(detection, route.names()),
                route.names());
    }

    /** Sigma lets a rule go without: then its title is what it is known by. */
    static String id(Doc doc, String title) {
        return doc.child("id")
                .map(id -> {
                    if (!id.text().matches(UUID)) {
                        throw id.error("id is no UUID: " + id.text());
                    }
                    return id.text();
                })
                .orElseGet(() -> "title:" + version(title));
    }

    static Level level(Doc doc) {
        return doc.child("level")
                .map(level ->
                        Level.of(level.text()).orElseThrow(() -> level.error("level is not known: " + level.text())))
                .orElse(Level.MEDIUM);
    }

    /** The first tag that names one: {@code attack.initial-access}, {@code attack.initial_access}. */
    static Optional<Stage> tactic(Doc doc) {
        return doc.child("tags").map(Doc::texts).orElse(List.of()).stream()
                .filter(tag -> tag.startsWith("attack.") || tag.startsWith("tadoru."))
                .flatMap(tag -> Stage.of(tag.substring(tag.indexOf('.') + 1)).stream())
                .findFirst();
    }

    static boolean mark(Doc doc) {
        return doc.child("tadoru")
                .flatMap(own -> own.child("mark"))
                .filter(mark -> mark.text().equals("true"))
                .isPresent();
    }

    private static Expression expression(Doc detection, FieldNames names) {
        Map<String, Expression> selections = new SelectionCompiler(names).selections(detection, List.of("condition"));
        return conditions(detection.need("condition"), selections);
    }

    /** Several conditions are alternatives. */
    static Expression conditions(Doc condition, Map<String, Expression> selections) {
        List<Expression> conditions = condition.items().stream()
                .map(one -> ConditionParser.parse(one, selections))
                .toList();
        return conditions.size() == 1 ? conditions.get(0) : new Expression.Or(conditions);
    }
}
