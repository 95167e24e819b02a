package io.tadoru.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sigma's names for fields and the ECS names they stand for.
 *
 * @param vars what a value's {@code %name%} stands for under the modifier {@code expand}
 */
record FieldNames(Map<String, List<String>> ecs, Map<String, Doc> vars) {
    /** ECS keeps few fields without a dot. */
    private static final Set<String> BARE = Set.of("@timestamp", "message", "tags");

    FieldNames {
        ecs = Map.copyOf(ecs);
        vars = Map.copyOf(vars);
    }

    /** A name with a dot is ECS already; one that nobody mapped would never match, so it is an error. */
    List<String> ecs(String name, Doc where) {
        List<String> mapped = ecs.get(name);
        if (mapped != null) {
            return mapped;
        }
        if (name.indexOf('.') > 0 || BARE.contains(name)) {
            return List.of(name);
        }
        throw where.error("field '" + name + "' is neither ECS nor mapped to ECS by the pipeline for this logsource");
    }

    /** These, and where they differ, those of {@code stronger}. */
    FieldNames with(FieldNames stronger) {
        Map<String, List<String>> all = new HashMap<>(ecs);
        all.putAll(stronger.ecs);
        return new FieldNames(all, vars);
    }

    /** The values that a placeholder stands for; none are allowed, so that an office may leave a list empty. */
    List<Doc> expand(Doc placeholder) {
        String text = placeholder.text();
        Doc values = text.matches("%[^%]+%") ? vars.get(text.substring(1, text.length() - 1)) : null;
        if (values == null) {
            throw placeholder.error("'" + text + "' is no placeholder that the pipeline's vars give a value");
        }
        return values.items();
    }

    static FieldNames read(Doc fields, Map<String, Doc> vars) {
        Map<String, List<String>> names = new HashMap<>();
        fields.map().forEach((name, to) -> names.put(name, to.texts()));
        return new FieldNames(names, vars);
    }
}
