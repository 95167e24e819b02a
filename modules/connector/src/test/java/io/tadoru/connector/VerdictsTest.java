package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the vendors' words become is a page for people, and it is what the samples become. */
class VerdictsTest {
    private static final Path PAGE = Path.of(System.getProperty("tadoru.root"), "docs/verdicts.md");
    private static final int MOST_WORDS = 12;

    @Test
    void thePageSaysWhatTheSamplesBecome() throws IOException {
        String page = page();
        if (Boolean.getBoolean("tadoru.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    private static String page() {
        List<String> lines = new ArrayList<>(
                List.of(
                        "# What the vendors' words become",
                        "",
                        "`tadoru.verdict` says what a device did, in one word for all vendors: `passed` (let through), `blocked` (refused), `quarantined` (put out of",
                        "reach), `detected` (called bad, nothing known to have been done), `cleaned` (removed or repaired), `failed` (called bad, and the attempt to act",
                        "on it failed). An event about something else has none.",
                        "",
                        "These are the words (`event.action`, else `event.code`) of each connector's samples, by the layer that the record is about; `–` stands for",
                        "records that name no word of their own. This page is written by a test (`VerdictsTest`) from what the samples become."));
        Map<Layer, Map<String, Map<Verdict, Set<String>>>> all = words();
        all.forEach((layer, connectors) -> table(layer, connectors, lines));
        return String.join("\n", lines) + "\n";
    }

    private static void table(Layer layer, Map<String, Map<Verdict, Set<String>>> connectors, List<String> lines) {
        lines.add("");
        lines.add("## " + layer.text());
        lines.add("| connector | "
                + String.join(
                        " | ",
                        Arrays.stream(Verdict.values()).map(Verdict::text).toList()) + " |");
        lines.add("| --- |" + " --- |".repeat(Verdict.values().length));
        connectors.forEach((id, verdicts) -> {
            StringBuilder row = new StringBuilder("| `" + id + "` |");
            for (Verdict verdict : Verdict.values()) {
                row.append(' ')
                        .append(cell(verdicts.getOrDefault(verdict, new TreeSet<>())))
                        .append(" |");
            }
            lines.add(row.toString());
        });
    }

    private static String cell(Set<String> words) {
        List<String> shown = words.stream().limit(MOST_WORDS).toList();
        String more = words.size() > MOST_WORDS ? " …" : "";
        return String.join(", ", shown).replace("|", "\\|") + more;
    }

    private static Map<Layer, Map<String, Map<Verdict, Set<String>>>> words() {
        Map<Layer, Map<String, Map<Verdict, Set<String>>>> all = new EnumMap<>(Layer.class);
        ConnectorCatalog catalog = ConnectorCatalog.load(Samples.CONNECTORS);
        catalog.folders().forEach((id, folder) -> {
            for (SampleFile sample : SampleFile.in(folder, catalog.find(id).orElseThrow())) {
                sample.records().forEach(record -> {
                    if (sample.connector().parse(record, sample.settings()) instanceof Parsed.Accepted accepted) {
                        add(id, accepted.event(), all);
                    }
                });
            }
        });
        return all;
    }

    private static void add(String id, Event event, Map<Layer, Map<String, Map<Verdict, Set<String>>>> all) {
        var layer = event.text(Fields.LAYER).flatMap(Layer::of);
        var verdict = event.text(Fields.VERDICT).flatMap(Verdict::of);
        if (layer.isPresent() && verdict.isPresent()) {
            String word = event.text("event.action")
                    .or(() -> event.text("event.code"))
                    .orElse("–");
            all.computeIfAbsent(layer.get(), l -> new TreeMap<>())
                    .computeIfAbsent(id, i -> new EnumMap<>(Verdict.class))
                    .computeIfAbsent(verdict.get(), v -> new TreeSet<>())
                    .add(word.replaceAll("\\s+", " "));
        }
    }
}
