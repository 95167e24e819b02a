package io.tadoru.connector;

import io.tadoru.event.Layer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code connector.yml}, compiled: all that can be decided before the first line is decided here. */
record Plan(
        String vendor,
        String product,
        Layer layer,
        List<Known> detect,
        boolean fallback,
        Framing framing,
        Optional<String> format,
        int shapes,
        List<String> keep,
        List<Assemble> assembly,
        Step steps) {
    static final List<String> KEYS = java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(
                            "vendor", "product", "layer", "detect", "frame", "format", "tables", "keep", "assemble"),
                    Block.KEYS.stream())
            .toList();

    private static final int DETECTED = 2048;

    static Plan compile(Path file, Others others) {
        Spot spot = Spot.read(file).only(KEYS);
        Map<String, Spot> tables = spot.at("tables").map(Spot::fields).orElse(Map.of());
        Step body = new Block(tables, others).compile(spot);
        Spot detect = spot.need("detect");
        boolean mapped = detect.isMap();
        if (mapped) {
            detect.only(List.of("lines", "fallback"));
        }
        return new Plan(
                spot.need("vendor").text(),
                spot.need("product").text(),
                layer(spot.need("layer")),
                (mapped ? detect.need("lines") : detect)
                        .list().stream().map(Patterns::compile).map(Known::of).toList(),
                mapped && detect.at("fallback").map(Spot::flag).orElse(false),
                spot.at("frame").map(Framing::compile).orElse(Framing.LINES),
                spot.at("format").map(Spot::text),
                shapes(spot),
                spot.at("keep").map(Spot::texts).orElse(List.of()),
                spot.at("assemble").map(Assemble::all).orElse(List.of()),
                frame(spot, body));
    }

    /** Whether what was read under the name stays with the vendor's also where it became a field. */
    boolean keeps(String name) {
        return keep.stream().anyMatch(name::startsWith);
    }

    /** How many shapes of records it tells apart: the branches that have none below them. */
    private static int shapes(Spot block) {
        return block.at("choose").map(Spot::list).orElse(List.of()).stream()
                .mapToInt(branch -> Math.max(1, shapes(branch)))
                .sum();
    }

    private static Step frame(Spot spot, Step body) {
        Optional<Spot> frame = spot.at("frame").flatMap(f -> f.isMap() ? f.at("syslog") : Optional.of(f));
        return switch (frame.map(Spot::text).orElse("any")) {
            case "none" -> body;
            case "any" -> Step.all(List.of(new SyslogFrame(false), body));
            case "syslog" -> Step.all(List.of(new SyslogFrame(true), body));
            default -> throw frame.orElseThrow().wrong("one of", List.of("any", "syslog", "none"));
        };
    }

    private static Layer layer(Spot word) {
        return Layer.of(word.text())
                .orElseThrow(() -> word.wrong(
                        "one of", Arrays.stream(Layer.values()).map(Layer::text).toList()));
    }

    /** Whether the line's beginning, or that of a line in a record of several, is one of ours; what comes later tells nobody's name. */
    boolean detects(String line) {
        String head = line.length() > DETECTED ? line.substring(0, DETECTED) : line;
        return detect.stream().anyMatch(known -> known.in(head))
                || (head.indexOf('\n') > 0 && head.lines().anyMatch(this::detects));
    }
}
