package io.tadoru.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sigma's names for fields and what they stand for in events.
 *
 * @param mapped the ECS names that a Sigma name stands for
 * @param below where a name that is not mapped may stand as the source itself wrote it, such as {@code tadoru.vendor.winlog.event_data.}
 * @param vars what a value's {@code %name%} stands for under the modifier {@code expand}
 * @param asWritten every name stands for itself: for records that have Sigma's own names
 */
record FieldNames(Map<String, List<String>> mapped, List<String> below, Map<String, Doc> vars, boolean asWritten) {
    /** ECS keeps few fields without a dot. */
    private static final Set<String> BARE = Set.of("@timestamp", "message", "tags");

    FieldNames {
        mapped = Map.copyOf(mapped);
        below = List.copyOf(below);
        vars = Map.copyOf(vars);
    }

    static FieldNames none() {
        return new FieldNames(Map.of(), List.of(), Map.of(), false);
    }

    /** For records under Sigma's names. */
    static FieldNames asWritten(Map<String, Doc> vars) {
        return new FieldNames(Map.of(), List.of(), vars, true);
    }

    /** In our events a value that is empty is no value; records of others may tell the two apart. */
    boolean emptyIsAbsent() {
        return !asWritten;
    }

    /** A name with a dot is ECS already; one that nobody mapped would never match, so it is refused. */
    List<String> of(String name, Doc where) {
        if (asWritten) {
            return name.equals(spaced(name)) ? List.of(name) : List.of(name, spaced(name));
        }
        List<String> known = mapped.get(name);
        if (known != null) {
            return known;
        }
        Set<String> all = new LinkedHashSet<>();
        if (name.indexOf('.') > 0 || BARE.contains(name)) {
            all.add(name);
        }
        below.forEach(prefix -> all.add(prefix + name));
        if (all.isEmpty()) {
            throw where.unsupported(
                    "field '" + name + "' is neither ECS nor mapped to ECS by the pipeline for this logsource");
        }
        return List.copyOf(all);
    }

    /** Some event logs, Defender's among them, write {@code Threat Name} where Sigma says {@code ThreatName}. */
    private static String spaced(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    /** Names that are ours, as {@code when} of a pipeline has them. */
    FieldNames own() {
        return new FieldNames(mapped, List.of(), vars, false);
    }

    /** These, and where they differ, those of {@code stronger}. */
    FieldNames with(FieldNames stronger) {
        Map<String, List<String>> all = new HashMap<>(mapped);
        all.putAll(stronger.mapped);
        Map<String, Doc> both = new HashMap<>(vars);
        both.putAll(stronger.vars);
        Set<String> places = new LinkedHashSet<>(below);
        places.addAll(stronger.below);
        return new FieldNames(all, new ArrayList<>(places), both, asWritten);
    }

    /** The values that a placeholder stands for; none are allowed, so that an office may leave a list empty. */
    List<Doc> expand(Doc placeholder) {
        String text = placeholder.text();
        Doc values = text.matches("%[^%]+%") ? vars.get(text.substring(1, text.length() - 1)) : null;
        if (values == null) {
            throw placeholder.unsupported("placeholder '" + text + "' has no value in the pipeline's vars");
        }
        return values.items();
    }

    /** Of a pipeline's {@code fields} and {@code below}. */
    static FieldNames read(Doc doc, Map<String, Doc> vars) {
        Map<String, List<String>> names = new HashMap<>();
        doc.child("fields").map(Doc::map).orElse(Map.of()).forEach((name, to) -> names.put(name, to.texts()));
        return new FieldNames(names, doc.child("below").map(Doc::texts).orElse(List.of()), vars, false);
    }
}
