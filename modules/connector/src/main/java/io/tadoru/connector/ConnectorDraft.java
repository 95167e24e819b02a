package io.tadoru.connector;

import com.google.re2j.Pattern;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Layer;
import io.tadoru.event.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A first {@code connector.yml} for lines that no connector reads: the reader that fits them, the fields that their names suggest, the
 * verdicts that their words suggest. What was not guessed stands in it as a comment, so that whoever goes on sees all names.
 */
public final class ConnectorDraft {
    private static final int MOST_LINES = 1_000;
    private static final int MOST_VALUES = 50;

    private final List<String> lines;
    private final boolean syslog;
    private final ReaderGuess guess;
    private final Map<String, List<String>> read = new LinkedHashMap<>();

    private ConnectorDraft(List<String> lines) {
        this.lines = lines;
        List<String> bodies = lines.stream().map(ConnectorDraft::body).toList();
        this.syslog = !bodies.equals(lines);
        this.guess = ReaderGuess.of(bodies);
        bodies.stream()
                .skip(guess.header() == null ? 0 : 1)
                .filter(line -> !line.startsWith("#"))
                .forEach(this::see);
    }

    /** Of at least one line. */
    public static ConnectorDraft of(List<String> lines) {
        return new ConnectorDraft(
                lines.stream().filter(line -> !line.isBlank()).limit(MOST_LINES).toList());
    }

    private static String body(String line) {
        RawRecord raw = new RawRecord("", "", "", "", Instant.EPOCH, line.getBytes(StandardCharsets.UTF_8));
        Draft draft = Draft.of(raw, line);
        new SyslogFrame(false).run(draft);
        boolean framed = draft.get(SyslogFrame.TIME) != null;
        return framed ? String.valueOf(draft.get(Draft.LINE)) : line;
    }

    private void see(String line) {
        ReaderGuess.names(line, guess.reader()).forEach((name, value) -> {
            List<String> values = read.computeIfAbsent(name, n -> new ArrayList<>());
            String text = value.toString();
            if (values.size() < MOST_VALUES && !text.isBlank() && !text.equals("-") && !values.contains(text)) {
                values.add(text);
            }
        });
    }

    /** The file's text. */
    public String yaml(String vendor, String product, Layer layer) {
        Map<String, String> map = new LinkedHashMap<>(FieldGuess.of(read));
        if (!map.containsKey("@timestamp") && syslog) {
            map.put("@timestamp", "syslog.time");
        }
        if (syslog) {
            map.putIfAbsent(layer == Layer.EPP ? "host.name" : "observer.name", "syslog.host");
        }
        List<String> yaml = new ArrayList<>();
        yaml.add("# yaml-language-server: $schema=../../connector.schema.json");
        yaml.add("# A draft from " + lines.size() + " lines: read it, correct it, then: tadoru connector test");
        yaml.add("vendor: " + Quoted.of(vendor));
        yaml.add("product: " + Quoted.of(product));
        yaml.add("layer: " + layer.text());
        yaml.add("# such a line may be ours, and nobody else's: make it as narrow as it can be");
        yaml.add("detect: " + Quoted.of(detect()));
        yaml.add("frame: " + frame());
        yaml.add("");
        yaml.add("read: " + guess.yaml());
        yaml.add("");
        yaml.add(map.isEmpty() ? "map: {}" : "map:");
        if (!map.containsKey("@timestamp")) {
            yaml.add("  # no name with a time was found: every event needs one");
            yaml.add("  #'@timestamp': NAME");
        }
        map.forEach((field, name) -> yaml.add("  " + key(field) + ": " + value(name) + example(name)));
        unused(map, yaml);
        yaml.add("");
        classify(map, layer, yaml);
        return String.join("\n", yaml) + "\n";
    }

    private static String key(String field) {
        return field.startsWith("@") ? Quoted.of(field) : field;
    }

    private static String value(String name) {
        return name.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*") ? name : Quoted.of(name);
    }

    private String example(String name) {
        List<String> values = read.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : "   # " + Excerpt.cut(values.get(0).replaceAll("\\p{Cntrl}", " "), 60);
    }

    private String frame() {
        String word = syslog ? "any" : "none";
        return guess.header() == null ? word : "{syslog: " + word + ", header: " + guess.header() + "}";
    }

    /** A header, the names that a record begins with, or what all lines have in common at their beginning. */
    private String detect() {
        if (guess.header() != null) {
            return guess.header().equals("w3c")
                    ? "^#Fields:"
                    : Pattern.quote(lines.get(0).strip());
        }
        if (read.containsKey("cef.vendor") || read.containsKey("leef.vendor")) {
            return Pattern.quote("|" + first("vendor") + "|" + first("product") + "|");
        }
        if (guess.yaml().startsWith("[json") || guess.yaml().contains("kv")) {
            return names();
        }
        String common = lines.stream()
                .map(ConnectorDraft::body)
                .reduce(ConnectorDraft::common)
                .orElse("")
                .replaceAll("[\\d.]+$", "");
        return common.length() >= 4 ? (syslog ? "" : "^") + Pattern.quote(common) : names();
    }

    private String names() {
        return read.keySet().stream()
                .limit(3)
                .map(name -> Pattern.quote(name.substring(name.lastIndexOf('.') + 1)))
                .reduce((a, b) -> a + ".*" + b)
                .orElse(".");
    }

    private String first(String name) {
        List<String> values = read.getOrDefault("cef." + name, read.getOrDefault("leef." + name, List.of()));
        return values.isEmpty() ? "" : values.get(0);
    }

    private static String common(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return a.substring(0, i);
    }

    private void unused(Map<String, String> map, List<String> yaml) {
        List<String> left = read.keySet().stream()
                .filter(name ->
                        map.values().stream().noneMatch(used -> used.equals(name) || used.contains("%{" + name + "}")))
                .toList();
        if (!left.isEmpty()) {
            yaml.add("  # also read, and kept as the vendor's own unless mapped:");
            left.forEach(name -> yaml.add("  #   " + value(name) + example(name)));
        }
    }

    private void classify(Map<String, String> map, Layer layer, List<String> yaml) {
        String action = map.get("event.action");
        yaml.add("classify:");
        Set<String> open = new LinkedHashSet<>();
        for (String word : action == null ? List.<String>of() : read.getOrDefault(action, List.of())) {
            VerdictGuess.of(word)
                    .ifPresentOrElse(
                            verdict -> yaml.add("  - when: {" + value(String.valueOf(action)) + ": " + Quoted.of(word)
                                    + "}\n    set: {tadoru.verdict: " + verdict.text() + "}"),
                            () -> open.add(word));
        }
        if (!open.isEmpty()) {
            yaml.add("  # what do these words mean? " + String.join(", ", open).replaceAll("\\p{Cntrl}", " "));
        }
        yaml.add("  - set: {event.kind: event, event.category: " + category(layer) + ", event.type: info}");
    }

    private static String category(Layer layer) {
        return switch (layer) {
            case MAIL -> "email";
            case EPP -> "malware";
            case FIREWALL -> "network";
            case SWG -> "web";
            case IDENTITY -> "authentication";
        };
    }
}
