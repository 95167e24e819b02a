package io.tadoru.command;

import io.tadoru.casework.Escape;
import io.tadoru.connector.Charsets;
import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.ConnectorDraft;
import io.tadoru.connector.ConnectorException;
import io.tadoru.connector.SampleFile;
import io.tadoru.connector.Shape;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Layer;
import io.tadoru.runtime.SettingList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts a connector from sample lines, or from lines that were rejected. */
@Command(
        name = "new",
        description = {
            "Drafts a connector from sample lines: guesses how they are read and which field is which, and writes its folder.",
            "Asks on a terminal for what is not given. The lines are copied: scrub them before you share the connector."
        })
public final class ConnectorNewCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final int SAMPLES = 20;
    private static final int SHAPES_SHOWN = 10;

    @Option(names = "--id", paramLabel = "ID", description = "vendor_product, which becomes the folder's name.")
    private @Nullable String id;

    @Option(names = "--layer", paramLabel = "LAYER", description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable Layer layer;

    @Option(names = "--vendor", paramLabel = "NAME", description = "Who makes the product.")
    private @Nullable String vendor;

    @Option(names = "--product", paramLabel = "NAME", description = "The product.")
    private @Nullable String product;

    @Option(
            names = "--from-rejects",
            paramLabel = "SOURCE",
            description = {
                "Takes rejected lines of this source in place of a file: of a running installation,",
                "or of an investigation with --rejects. They are grouped by their shape first."
            })
    private @Nullable String source;

    @Option(names = "--rejects", paramLabel = "FILE", description = "rejects.ndjson of an investigation.")
    private @Nullable Path rejects;

    @Option(
            names = "--shape",
            paramLabel = "N",
            description = "Of which group of rejects; ${DEFAULT-VALUE} if not given.")
    private int shape = 1;

    @Option(names = "--charset", paramLabel = "C", description = "Of the lines; told by their bytes if not given.")
    private @Nullable Charset charset;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Sample lines; ten are enough.")
    private @Nullable Path file;

    private final BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<String> lines = lines();
        if (lines.isEmpty()) {
            throw new CommandFailed("there are no lines to draft a connector from");
        }
        String name = checked(asked(id, "--id", "Id, such as example_proxy"));
        Layer of = layer == null
                ? Layer.of(asked(null, "--layer", "Layer (mail, epp, firewall, swg, identity)"))
                        .orElseThrow(() -> wrong("--layer is one of mail, epp, firewall, swg, identity"))
                : layer;
        Path folder = settings.load()
                .get(SettingList.CONNECTORS_DIRECTORY)
                .resolve(of.text())
                .resolve(name);
        try {
            write(folder, name, of, lines);
            tell(folder, name);
        } catch (IOException e) {
            throw new CommandFailed(folder + ": " + e, e);
        }
        return 0;
    }

    private String checked(String name) {
        if (!ID.matcher(name).matches()) {
            throw wrong("--id " + name + ": vendor_product in lower case, such as example_proxy");
        }
        Catalogs.of(settings, spec, List.of()).folders().entrySet().stream()
                .filter(there -> there.getKey().equals(name))
                .findFirst()
                .ifPresent(there -> {
                    throw new CommandFailed("there is a connector " + name + " already: " + there.getValue());
                });
        return name;
    }

    /** From the option, else from whoever sits at the terminal. */
    private String asked(@Nullable String given, String option, String question) {
        return given != null
                ? given
                : answer(question).filter(answer -> !answer.isEmpty()).orElseThrow(() -> wrong(option + " is missing"));
    }

    private Optional<String> answer(String question) {
        try {
            System.err.print(question + ": ");
            return Optional.ofNullable(answers.readLine()).map(String::strip);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private List<String> lines() {
        if (source != null) {
            return shape(RejectedLines.of(source, rejects, settings.load()));
        }
        if (file == null) {
            throw wrong("name a file with sample lines, or --from-rejects SOURCE");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            Charset of = charset == null ? Charsets.of(bytes).orElse(StandardCharsets.UTF_8) : charset;
            return new String(bytes, of)
                    .replace("\uFEFF", "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new CommandFailed(file + ": " + e, e);
        }
    }

    private List<String> shape(List<String> lines) {
        List<Shape> shapes = Shape.of(lines);
        IntStream.range(0, Math.min(SHAPES_SHOWN, shapes.size()))
                .forEach(i -> out().printf(
                                "%2d  %6d lines like  %s%n",
                                i + 1,
                                shapes.get(i).count(),
                                Escape.terminal(
                                        Excerpt.cut(shapes.get(i).lines().get(0), 100))));
        if (shapes.isEmpty()) {
            return List.of();
        }
        if (shape < 1 || shape > shapes.size()) {
            throw wrong("--shape is 1 to " + shapes.size());
        }
        return shapes.get(shape - 1).lines();
    }

    private void write(Path folder, String name, Layer of, List<String> lines) throws IOException {
        String maker = vendor == null ? title(name.split("_", 2)[0]) : vendor;
        String what = product == null ? title(name) : product;
        Files.createDirectories(folder.resolve("samples"));
        Files.writeString(
                folder.resolve("connector.yml"), ConnectorDraft.of(lines).yaml(maker, what, of));
        Files.write(folder.resolve("samples").resolve("first.log"), lines.subList(0, Math.min(SAMPLES, lines.size())));
        Files.writeString(folder.resolve("README.md"), readme(maker, what));
    }

    private static String title(String word) {
        String spaced = word.replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static String readme(String maker, String what) {
        return """
                # %s %s

                ## How to make it send its log
                (which page of its console, which format, which port)

                ## The format
                (the address of the vendor's reference)

                ## What becomes of its words
                | its word | verdict |
                | --- | --- |
                """.formatted(maker, what).replace(maker + " " + maker, maker);
    }

    private void tell(Path folder, String name) {
        try {
            ConnectorCatalog catalog = Catalogs.of(settings, spec, List.of(name));
            Connector connector = catalog.find(name).orElseThrow();
            List<SampleFile> samples = SampleFile.in(folder, connector);
            samples.forEach(SampleFile::update);
            List<String> told = samples.stream().flatMap(s -> s.told().stream()).toList();
            long events = told.stream().filter(t -> !t.startsWith("{\"tadoru.")).count();
            out().printf("%s: %d of %d records become events%n", folder, events, told.size());
            out().printf(
                            "next: correct %s, then  tadoru connector test %s --watch%n",
                            folder.resolve("connector.yml"), name);
            out().flush();
        } catch (ConnectorException e) {
            throw new CommandFailed("the draft does not compile, correct it: " + e.getMessage(), e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
