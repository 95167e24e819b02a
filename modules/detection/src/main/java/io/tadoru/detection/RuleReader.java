package io.tadoru.detection;

import io.tadoru.event.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one Sigma rule and refuses, with line and reason, what it would not do as written. */
final class RuleReader {
    private static final int VERSION_CHARS = 12;

    private final Pipeline pipeline;

    RuleReader(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    Rule read(Path file, String text) {
        Doc doc = Doc.parse(file, text);
        refuse(doc, "correlation", "correlations are not supported here");
        refuse(doc, "action", "rule collections ('action') are not supported; write one rule a file");
        Route route = pipeline.route(doc.need("logsource"));
        Optional<Stage> tactic = tactic(doc);
        if (tactic.isEmpty() && !route.staged()) {
            throw doc.child("tags").orElse(doc).error("no tag names an ATT&CK tactic, so the rule has no stage");
        }
        String version = Sha256.hex(text).substring(0, VERSION_CHARS);
        RuleRef ref = new RuleRef(id(doc), doc.need("title").text(), version, level(doc.need("level")));
        return new Rule(ref, tactic, mark(doc), route.when(), expression(doc.need("detection"), route));
    }

    private static void refuse(Doc doc, String key, String reason) {
        doc.child(key).ifPresent(found -> {
            throw found.error(reason);
        });
    }

    private static String id(Doc doc) {
        Doc id = doc.need("id");
        if (!id.text().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw id.error("id is no UUID: " + id.text());
        }
        return id.text();
    }

    private static Level level(Doc level) {
        return Level.of(level.text()).orElseThrow(() -> level.error("level is not known: " + level.text()));
    }

    /** The first tag that names one: {@code attack.initial-access}, {@code attack.initial_access}. */
    private static Optional<Stage> tactic(Doc doc) {
        return doc.child("tags").map(Doc::texts).orElse(List.of()).stream()
                .filter(tag -> tag.startsWith("attack.") || tag.startsWith("tadoru."))
                .flatMap(tag -> Stage.of(tag.substring(tag.indexOf('.') + 1)).stream())
                .findFirst();
    }

    private static boolean mark(Doc doc) {
        return doc.child("tadoru")
                .flatMap(own -> own.child("mark"))
                .filter(mark -> mark.text().equals("true"))
                .isPresent();
    }

    /** Several conditions are alternatives. */
    private static Expression expression(Doc detection, Route route) {
        Map<String, Expression> selections = new SelectionCompiler(route.names()).selections(detection);
        List<Expression> conditions = detection.need("condition").items().stream()
                .map(condition -> ConditionParser.parse(condition, selections))
                .toList();
        return conditions.size() == 1 ? conditions.get(0) : new Expression.Or(conditions);
    }
}
