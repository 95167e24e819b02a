package io.tadoru.detection.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a case and refuses one that is not well formed. */
final class CaseReader {
    private static final Set<String> CASE_KEYS = Set.of(
            "id",
            "dataset",
            "mode",
            "by",
            "maxspan",
            "steps",
            "until",
            "max_samples_per_key",
            "expected",
            "expected_any",
            "expected_keys",
            "select",
            "source",
            "description");
    private static final Set<String> STEP_KEYS = Set.of("match", "by", "optional", "missing", "runs");

    private final JsonNode json;
    private final List<String> shared;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Predicate<JsonNode>> matches = new ArrayList<>();
    private final List<Keys> keys = new ArrayList<>();

    CaseReader(JsonNode json) {
        this.json = json;
        only(json, CASE_KEYS);
        this.shared = texts(json.path("by"));
    }

    Case read() {
        JsonNode steps = json.path("steps");
        refuse(!steps.isArray() || steps.isEmpty(), "a case has steps");
        for (JsonNode step : steps) {
            step(step);
        }
        JsonNode until = json.path("until");
        boolean ends = !until.isMissingNode() && !until.isNull();
        Keys endKeys = ends ? keys(until) : new Keys(List.of());
        refuse(
                keys.stream()
                                .anyMatch(k -> k.fields().size()
                                        != keys.getFirst().fields().size())
                        || (ends
                                && endKeys.fields().size()
                                        != keys.getFirst().fields().size()),
                "every step and until need the same number of key fields");
        return Case.of(
                json.path("id").asText("?"),
                definition(ends),
                matches,
                keys,
                ends ? Optional.of(CaseCondition.all(until.path("match"))) : Optional.empty(),
                endKeys);
    }

    private void step(JsonNode step) {
        only(step, STEP_KEYS);
        int runs = step.path("runs").asInt(1);
        boolean missing = step.path("missing").asBoolean();
        boolean optional = step.path("optional").asBoolean();
        refuse(runs < 1, "runs must be 1 or more");
        refuse(missing && optional, "a step cannot be both missing and optional");
        refuse(optional && runs != 1, "an optional step cannot have runs");
        refuse(stages.size() + (long) runs > Definition.MOST_STAGES, "more than " + Definition.MOST_STAGES + " stages");
        Predicate<JsonNode> match = CaseCondition.all(step.path("match"));
        int number = stages.isEmpty() ? 0 : stages.getLast().step() + 1;
        for (int i = 0; i < runs; i++) {
            stages.add(Case.stage(missing, optional, number));
            matches.add(match);
            keys.add(keys(step));
        }
    }

    private Keys keys(JsonNode step) {
        List<String> fields = new ArrayList<>(shared);
        fields.addAll(texts(step.path("by")));
        return new Keys(fields);
    }

    private Definition definition(boolean ends) {
        String mode = json.path("mode").asText("sequence");
        Optional<Duration> maxspan = Case.span(json.path("maxspan"));
        boolean missing = has(Stage.Kind.MISSING);
        refuse(stages.stream().noneMatch(Stage::isMandatory), "at least one step must be neither missing nor optional");
        refuse(missing && !mode.equals("sequence"), "missing steps exist in sequence mode only");
        refuse(missing && maxspan.isEmpty(), "a case with missing steps needs maxspan");
        return switch (mode) {
            case "sequence" -> new Sequence(stages, maxspan);
            case "unordered" -> new Unordered(stages, maxspan);
            case "sample" -> {
                refuse(
                        maxspan.isPresent() || ends || has(Stage.Kind.OPTIONAL),
                        "sample mode has no maxspan, until or optional steps");
                yield new Sample(stages, json.path("max_samples_per_key").asInt(1));
            }
            default -> throw new CaseException("unknown mode '" + mode + "'");
        };
    }

    private boolean has(Stage.Kind kind) {
        return stages.stream().anyMatch(stage -> stage.kind() == kind);
    }

    private static void refuse(boolean wrong, String fault) {
        if (wrong) {
            throw new CaseException(fault);
        }
    }

    private static void only(JsonNode object, Set<String> known) {
        refuse(!object.isObject(), "expected an object: " + object);
        object.fieldNames().forEachRemaining(name -> refuse(!known.contains(name), "unknown key '" + name + "'"));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
