package io.tadoru.detection.indicator;

import com.fasterxml.jackson.core.JsonParser;
import io.tadoru.detection.RuleException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads indicators from files and folders; where a file lies, or what it is called, says nothing about its form. */
public final class IndicatorFiles {
    /** A list is at most so long, in bytes. */
    public static final long MOST_BYTES = 200L * 1024 * 1024;

    private static final int MOST_FILES = 50_000;
    private static final int DEEPEST = 8;
    private static final Set<String> ENDINGS = Set.of("txt", "csv", "json", "list", "lst", "stix", "ioc", "hosts");

    private IndicatorFiles() {}

    /**
     * All of these.
     *
     * @throws RuleException for a file that cannot be read or is no list
     */
    public static IndicatorList load(List<Path> paths) {
        return IndicatorList.joined(
                paths.stream().map(path -> load(path, ListOptions.none())).toList());
    }

    /**
     * A file, a MISP feed's folder, or a folder of files.
     *
     * @throws RuleException for a file that cannot be read or is no list
     */
    public static IndicatorList load(Path path, ListOptions options) {
        try {
            Path manifest = path.resolve(MispManifest.NAME);
            boolean feed = path.endsWith(MispManifest.NAME);
            if (feed || Files.isRegularFile(manifest)) {
                return feed(feed ? path : manifest, options);
            }
            return Files.isDirectory(path) ? folder(path, options) : file(path, options);
        } catch (IOException e) {
            throw new RuleException(path, 0, "cannot be read: " + Plain.text(String.valueOf(e.getMessage()), 200));
        }
    }

    private static IndicatorList folder(Path folder, ListOptions options) throws IOException {
        List<IndicatorList> lists = new ArrayList<>();
        for (Path file : files(folder)) {
            lists.add(file(file, options));
        }
        return IndicatorList.joined(lists);
    }

    /** The files of a folder that could be lists, in the order of their names. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(Files::isRegularFile)
                    .filter(IndicatorFiles::couldBeList)
                    .limit(MOST_FILES)
                    .sorted()
                    .toList();
        }
    }

    private static boolean couldBeList(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(ending);
    }

    /** Of what its manifest names; a file that is missing is told and costs itself alone. */
    private static IndicatorList feed(Path manifest, ListOptions options) throws IOException {
        Intake missing = new Intake(manifest, options);
        List<IndicatorList> lists = new ArrayList<>();
        for (String event : MispManifest.read(manifest).keySet()) {
            Path file = manifest.resolveSibling(event + ".json");
            if (Files.isRegularFile(file)) {
                lists.add(file(file, options));
            } else {
                missing.refuse(event, "has no file");
            }
        }
        lists.add(missing.list());
        return IndicatorList.joined(lists);
    }

    private static IndicatorList file(Path file, ListOptions options) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new RuleException(file, 0, "is larger than " + MOST_BYTES + " bytes");
        }
        Optional<Form> form = options.form().isPresent() ? options.form() : Content.form(file);
        Intake intake = new Intake(file, options);
        try (Reader reader = Content.open(file)) {
            read(form.orElseThrow(() -> none(file)), reader, intake);
        }
        if (form.get() == Form.PLAIN && intake.nothingOfUse()) {
            throw none(file);
        }
        return intake.list();
    }

    private static void read(Form form, Reader reader, Intake into) throws IOException {
        switch (form) {
            case PLAIN -> PlainList.read(new TextLines(reader), into);
            case CSV -> CsvList.read(new TextLines(reader), into);
            case STIX -> json(reader, into, StixBundle::read);
            case MISP -> json(reader, into, MispEvents::read);
        }
    }

    /** A form within JSON. */
    private interface JsonForm {
        void read(JsonParser parser, Intake into) throws IOException;
    }

    private static void json(Reader reader, Intake into, JsonForm form) throws IOException {
        try (JsonParser parser = JsonWalk.parser(reader)) {
            form.read(parser, into);
        }
    }

    private static RuleException none(Path file) {
        return new RuleException(
                file,
                0,
                "is no list of indicators; expected one value a line, CSV whose heading has a column 'value', a STIX"
                        + " bundle, a MISP event, or the folder of a MISP feed");
    }
}
