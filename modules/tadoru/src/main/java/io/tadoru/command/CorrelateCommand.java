package io.tadoru.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.detection.sequence.Case;
import io.tadoru.detection.sequence.CaseEvent;
import io.tadoru.detection.sequence.CaseException;
import io.tadoru.detection.sequence.Hit;
import io.tadoru.event.Json;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs cases of sequences over files of events: for whoever checks what the engine means. */
@Command(
        name = "correlate",
        description = {
            "Prints one JSON line for each result of a sequence case over a file of events: its keys, and its events by stage.",
            "The order of the events' lines does not matter, and a line twice counts once."
        })
public final class CorrelateCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 16;

    @Option(names = "--case", paramLabel = "FILE", description = "A case, JSON (docs/sequences.md).")
    private @Nullable Path one;

    @Option(names = "--input", paramLabel = "FILE", description = "Its events, a JSON object a line.")
    private @Nullable Path input;

    @Option(
            names = "--suite",
            paramLabel = "FILE",
            description =
                    "Many cases instead: {\"cases\": [{\"case\": FILE or object, \"input\": FILE}]}, paths relative to it.")
    private @Nullable Path suite;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private @Nullable Path lastRead;
    private List<CaseEvent> lastEvents = List.of();

    @Override
    public Integer call() {
        boolean single = one != null && input != null;
        if (single == (suite != null)) {
            throw new ParameterException(spec.commandLine(), "name either --case and --input, or --suite");
        }
        OutputStream out = new BufferedOutputStream(System.out, BUFFER);
        try {
            if (suite != null) {
                suite(suite, out);
            } else if (one != null && input != null) {
                run(read(one, json(one)), input, false, out);
            }
            out.flush();
        } catch (IOException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    private void suite(Path file, OutputStream out) throws IOException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        for (JsonNode item : json(file).path("cases")) {
            JsonNode named = item.path("case");
            Path caseFile = named.isTextual() ? folder.resolve(named.textValue()) : file;
            run(
                    read(caseFile, named.isTextual() ? json(caseFile) : named),
                    folder.resolve(item.path("input").asText()),
                    true,
                    out);
        }
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new CommandFailed(file + ": is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Case read(Path file, JsonNode json) {
        try {
            return Case.of(json);
        } catch (CaseException e) {
            throw new CommandFailed(file + ": " + e.getMessage(), e);
        }
    }

    private void run(Case asked, Path events, boolean named, OutputStream out) throws IOException {
        for (Case.Found found : asked.find(events(events))) {
            Map<String, Object> line = new LinkedHashMap<>();
            if (named) {
                line.put("case", asked.id());
            }
            line.put("keys", found.key().stream().map(CorrelateCommand::plain).toArray());
            line.put(
                    "events",
                    found.result().events().stream()
                            .map(hit -> hit.map(Hit::id).orElse(null))
                            .toArray());
            out.write(Json.bytes(line));
            out.write('\n');
        }
    }

    private static @Nullable Object plain(Optional<Object> component) {
        Object value = component.orElse(null);
        if (!(value instanceof BigDecimal number)) {
            return value;
        }
        return number.scale() <= 0 ? number.toBigIntegerExact() : (Object) number.doubleValue();
    }

    /** The last file is kept: neighbours in a suite often share theirs. */
    private List<CaseEvent> events(Path file) throws IOException {
        if (!file.equals(lastRead)) {
            List<CaseEvent> events = new ArrayList<>();
            int[] number = {0};
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
                Lines.each(in, (offset, line) -> {
                    number[0]++;
                    if (!isBlank(line)) {
                        events.add(event(file, number[0], line));
                    }
                });
            }
            lastRead = file;
            lastEvents = events;
        }
        return lastEvents;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private static CaseEvent event(Path file, int number, byte[] line) {
        try {
            return CaseEvent.of(Json.MAPPER.readTree(line));
        } catch (IOException | CaseException e) {
            throw new CommandFailed(file + ":" + number + ": " + e.getMessage(), e);
        }
    }
}
