package io.tadoru.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One log file in the making: lines come in any order and are written by time, those outside the plan's days left out. */
final class Logbook implements Pen {
    private record Line(Instant at, String text) {}

    private final OfficePlan plan;
    private final List<Line> lines = new ArrayList<>();

    Logbook(OfficePlan plan) {
        this.plan = plan;
    }

    @Override
    public void add(Instant at, String text) {
        if (plan.covers(at)) {
            lines.add(new Line(at, text));
        }
    }

    void writeTo(Path file) throws IOException {
        lines.sort(Comparator.comparing(Line::at)); // stable: what happens in one instant keeps its order
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
