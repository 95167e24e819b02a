package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.indicator.IndicatorFiles;
import io.tadoru.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an event holds, examining it throws nothing, takes bounded time, and gives bounded marks twice the same. */
class FuzzTest {
    private static final List<String> SCRAPS = List.of(
            "",
            " ",
            "\"",
            "'",
            "\\",
            "..\\",
            "C:\\",
            "C:/",
            "\\\\",
            "a.dll",
            "a.xlsm,",
            ",",
            "http://",
            "https://[",
            "]/",
            ":",
            "10.20.30.142",
            "198.51.100.23",
            "::",
            "::ffff:1.2.3.4",
            "%TEMP%",
            "\u0000",
            "\uFFFE",
            "\uD800",
            "請求書.xls",
            "-enc ",
            "regsvr32.exe",
            "EXCEL.EXE",
            "/create",
            "@",
            "<>",
            "*",
            "?",
            "(",
            "e".repeat(300),
            "9".repeat(40),
            "1e999999999",
            "epp",
            "detected");

    private final Random random = new Random(20220226);

    @Test
    void examiningNeverThrows(@TempDir Path folder) throws IOException {
        Path feed = Files.writeString(folder.resolve("f.txt"), "198.51.100.0/24\nexample.org\n");
        Detector detector = new Detector(
                OwnRules.RULES, Indicators.of(IndicatorFiles.load(List.of(feed)).indicators()), rule -> true);
        List<Event> seeds = seeds();
        for (int i = 0; i < 5_000; i++) {
            Event event = mutate(seeds.get(random.nextInt(seeds.size())));
            List<Mark> marks = detector.examine(event);
            assertThat(marks).hasSizeLessThanOrEqualTo(Detector.MOST_MARKS).isEqualTo(detector.examine(event));
            marks.forEach(FuzzTest::assertBounded);
        }
    }

    @Test
    void aHugeLineTakesBoundedTime() {
        Detector detector = new Detector(OwnRules.RULES, Indicators.none(), rule -> true);
        for (String unit : List.of("C:\\a b ", "\"", "a.dll ", "\\..\\", "-e ", "http://a/", "x ", "'a b'")) {
            String line = unit.repeat(250_000 / unit.length());
            Event event = Written.event(
                    "tadoru.layer",
                    "epp",
                    "event.provider",
                    "Microsoft-Windows-Sysmon",
                    "event.code",
                    "1",
                    "process.executable",
                    "C:\\Windows\\System32\\regsvr32.exe",
                    "process.command_line",
                    line,
                    "process.parent.executable",
                    line,
                    "file.path",
                    line,
                    "url.full",
                    line);
            long start = System.nanoTime();
            detector.examine(event);
            assertThat((System.nanoTime() - start) / 1_000_000).as(unit).isLessThan(5_000);
        }
    }

    private static void assertBounded(Mark mark) {
        assertThat(mark.summary().length()).isLessThanOrEqualTo(Summary.MOST_CHARS);
        assertThat(mark.artifacts()).hasSizeLessThanOrEqualTo(Artifacts.MOST);
    }

    private static List<Event> seeds() throws IOException {
        List<Event> seeds = new ArrayList<>();
        for (Path rule : OwnRulesTest.rules()) {
            seeds.addAll(OwnRules.examples(rule, ".match.ndjson"));
        }
        return seeds;
    }

    private Event mutate(Event seed) {
        Map<String, Object> fields = new LinkedHashMap<>(seed.fields());
        List<String> names = List.copyOf(fields.keySet());
        for (int i = random.nextInt(4); i >= 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            if (!name.equals("@timestamp") && (i == 0 || !name.startsWith("tadoru."))) {
                fields.put(name, value());
            }
        }
        return Event.of(fields);
    }

    private Object value() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextDouble();
            case 2 -> random.nextBoolean();
            case 3 -> List.of(text(), text(), random.nextInt());
            case 4 -> Map.of(text(), text());
            default -> text();
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return text.toString();
    }
}
