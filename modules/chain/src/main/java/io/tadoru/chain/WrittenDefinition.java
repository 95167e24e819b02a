package io.tadoru.chain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tadoru.detection.Level;
import io.tadoru.detection.Stage;
import io.tadoru.event.Layer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A definition in its file's own shape, as text; durations are written {@code 30m}, {@code 4h}, {@code 7d}.
 *
 * @param linksAs another definition, whose windows, hubs and deliveries are used
 */
record WrittenDefinition(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) int order,
        @JsonProperty(required = true) String tells,
        @JsonProperty(required = true) String severity,
        @Nullable List<WrittenAnchor> anchors,
        @Nullable List<String> begins,
        @Nullable List<String> stages,
        @Nullable String linksAs,
        @Nullable String sameArtifactWithin,
        @Nullable Map<String, Map<String, String>> within,
        int deliveries,
        @Nullable Set<String> hubs) {

    /** An anchor as written. */
    record WrittenAnchor(
            @JsonProperty(required = true) List<String> stages,
            @Nullable List<String> layers,
            @Nullable String level,
            boolean indicator,
            int lines,
            @Nullable List<String> withAny,
            @Nullable List<String> withAll) {
        Anchor anchor() {
            return new Anchor(
                    stagesOf(stages),
                    all(layers, name -> named("layer", name, Layer.of(name))),
                    level == null ? Level.INFORMATIONAL : levelOf(level),
                    indicator,
                    Math.max(1, lines),
                    stagesOf(withAny),
                    stagesOf(withAll));
        }
    }

    Definition definition(@Nullable WrittenDefinition like) {
        WrittenDefinition links = like == null ? this : like;
        return new Definition(
                id,
                title,
                order,
                telling(),
                levelOf(severity),
                anchors == null
                        ? List.of()
                        : anchors.stream().map(WrittenAnchor::anchor).toList(),
                stagesOf(begins),
                stagesOf(stages),
                links.sameArtifactWithin == null ? Duration.ZERO : duration(links.sameArtifactWithin),
                links.windows(),
                links.deliveries,
                links.hubs == null ? Set.of() : links.hubs);
    }

    private Definition.Telling telling() {
        try {
            return Definition.Telling.valueOf(tells.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "tells: " + tells + " is none of "
                            + List.of(Definition.Telling.values()).toString().toLowerCase(Locale.ROOT),
                    e);
        }
    }

    private List<Definition.Window> windows() {
        return within == null
                ? List.of()
                : within.entrySet().stream()
                        .flatMap(from -> from.getValue().entrySet().stream()
                                .map(to -> new Definition.Window(
                                        stage(from.getKey()), stage(to.getKey()), duration(to.getValue()))))
                        .toList();
    }

    private static Set<Stage> stagesOf(@Nullable Collection<String> names) {
        return all(names, WrittenDefinition::stage);
    }

    private static Stage stage(String name) {
        return named("stage", name, Stage.of(name));
    }

    private static Level levelOf(String name) {
        return named("level", name, Level.of(name));
    }

    private static <T> T named(String what, String name, Optional<T> found) {
        return found.orElseThrow(() -> new IllegalArgumentException("no such " + what + ": " + name));
    }

    private static <T> Set<T> all(@Nullable Collection<String> names, Function<String, T> read) {
        return names == null ? Set.of() : names.stream().map(read).collect(Collectors.toSet());
    }

    static Duration duration(String text) {
        String t = text.toUpperCase(Locale.ROOT);
        return Duration.parse(t.endsWith("D") ? "P" + t : "PT" + t);
    }
}
