package io.tadoru.normalize.knowledge;

import io.tadoru.detection.RuleSet;
import io.tadoru.event.Event;
import java.nio.file.Path;
import java.util.Map;

/** Rules that tests write in a few words, read by the installation's own pipelines. */
final class Rules {
    static final Path FOLDER = Path.of(System.getProperty("tadoru.root"), "rules");
    static final String BROKEN = "title: [never closed\n";

    private Rules() {}

    static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    static String rule(int number, String url) {
        return """
                title: Asks for %s
                id: %s
                level: high
                tags: [attack.command-and-control]
                logsource: {category: proxy}
                detection:
                  asks: {c-uri|contains: %s}
                  condition: asks
                """.formatted(url, id(number), url);
    }

    static RuleSet compile(Map<String, String> texts) {
        return RuleSet.compile(FOLDER, texts);
    }

    static Event asksFor(String url) {
        return Event.of(Map.of(
                "event.id",
                "1",
                "@timestamp",
                "2022-02-26T01:02:11Z",
                "tadoru.layer",
                "swg",
                "tadoru.verdict",
                "passed",
                "url.full",
                url));
    }
}
