package io.tadoru.benchmark;

import io.tadoru.detection.Rule;
import io.tadoru.detection.RuleMatcher;
import io.tadoru.detection.RuleSet;
import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an event costs beside one rule, a hundred and all of a folder. The events are those that the connectors' samples must
 * become: every vendor, Windows and Sysmon among them.
 */
public final class RulesBenchmark {
    private static final int PASSES = 10;
    private static final PrintStream OUT = System.out;

    private RulesBenchmark() {}

    /** Takes the rules' folder, the connectors' folder, and where else there are rules. */
    public static void main(String[] arguments) throws IOException {
        Path own = Path.of(arguments[0]);
        List<Event> events = events(Path.of(arguments[1]));
        List<Path> folders = Stream.of(arguments)
                .skip(2)
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
        long before = used();
        List<Rule> rules = RuleSet.load(own, folders.isEmpty() ? List.of(own.resolve("sigma")) : folders, false)
                .rules();
        OUT.printf(
                "%d events of all connectors' samples, %d passes a round; %d rules of %s (%.1f MB); Java %s, %d processors%n",
                events.size(),
                PASSES,
                rules.size(),
                folders.isEmpty() ? List.of(own) : folders,
                (used() - before) / 1e6,
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors());
        compare(rules, events);
    }

    private static void compare(List<Rule> rules, List<Event> events) {
        Map<String, Runnable> competitors = new LinkedHashMap<>();
        Map<String, String> notes = new LinkedHashMap<>();
        for (int count : new int[] {1, 100, rules.size()}) {
            List<Rule> some = spread(rules, count);
            long before = used();
            RuleMatcher matcher = new RuleMatcher(new RuleSet(some));
            long matches =
                    events.stream().mapToLong(e -> matcher.matched(e).size()).sum();
            String name = count + (count == 1 ? " rule" : " rules");
            double tried = events.stream().mapToInt(matcher::tried).average().orElse(0);
            notes.put(
                    name,
                    "index %.1f MB, %.1f rules tried an event, %d matches a pass"
                            .formatted((used() - before) / 1e6, tried, matches));
            competitors.put(name, () -> pass(matcher, events));
        }
        print(Rounds.of(competitors), notes, events.size());
    }

    private static void pass(RuleMatcher matcher, List<Event> events) {
        for (int i = 0; i < PASSES; i++) {
            events.forEach(matcher::matched);
        }
    }

    private static void print(Map<String, List<Long>> times, Map<String, String> notes, int events) {
        OUT.printf("%-12s %12s %22s  %s%n", "", "events/s", "us/event (min..max)", "");
        times.forEach((name, some) -> {
            double each = 1e-3 / events / PASSES;
            long median = Rounds.median(some);
            OUT.printf(
                    "%-12s %12.0f %8.2f (%.2f..%.2f)  %s%n",
                    name,
                    1e9 * events * PASSES / median,
                    median * each,
                    some.getFirst() * each,
                    some.getLast() * each,
                    notes.get(name));
        });
    }

    /** Every n-th, so that all logsources have their share. */
    private static List<Rule> spread(List<Rule> rules, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> rules.get((int) ((long) i * rules.size() / count)))
                .toList();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<Event> events(Path connectors) throws IOException {
        List<Event> events = new ArrayList<>();
        try (Stream<Path> files = Files.walk(connectors)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".expected.ndjson"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.contains("\"@timestamp\"")) {
                        events.add(EventJson.decode(line.getBytes(StandardCharsets.UTF_8)));
                    }
                }
            }
        }
        return events;
    }
}
