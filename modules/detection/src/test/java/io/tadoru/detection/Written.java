package io.tadoru.detection;

import io.tadoru.event.Event;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules and events as tests write them in a few words. */
final class Written {
    private static final String PIPELINE = """
            common: true
            vars:
              inside: [10.0.0.0/8, 192.168.0.0/16]
              nobody: []
            fields:
              Image: process.executable
              CommandLine: process.command_line
              c-uri: [url.full, url.path]
              dst_port: destination.port
              dst_ip: destination.ip
            logsources:
              - logsource: {product: windows, category: process_creation}
                when: {event.code: 1}
              - logsource: {category: proxy}
                when: {tadoru.layer: swg}
              - logsource: {category: antivirus}
                when: {tadoru.layer: epp, tadoru.verdict|exists: true}
                stage: verdict
              - logsource: {category: any}
                when: {event.never: null}
            """;

    private Written() {}

    static RuleReader reader() {
        return new RuleReader(Pipeline.read(List.of(Doc.parse(Path.of("pipeline.yml"), PIPELINE))));
    }

    static Rule read(String yaml) {
        return reader().read(Path.of("rule.yml"), yaml);
    }

    /** A rule for all events with this under {@code detection}. */
    static Rule rule(String detection) {
        return read(head("any") + "detection:\n" + detection.indent(2));
    }

    static String head(String category) {
        return """
                title: A rule
                id: 00000000-0000-4000-8000-000000000001
                level: high
                tags: [attack.t1204.002, attack.execution]
                logsource: {category: %s}
                """.formatted(category);
    }

    static Event event(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("@timestamp", "2022-02-26T01:02:11Z");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Event.of(fields);
    }
}
