package io.tadoru.connector;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles {@code read}: readers one after the other, each on a field. */
final class ReadSection {
    private static final List<String> READERS =
            List.of("json", "kv", "csv", "w3c", "xml", "cef", "leef", "dissect", "grok", "regex");
    private static final List<String> KEYS = Stream.concat(
                    READERS.stream(), Stream.of("from", "into", "absent", "optional", "expect"))
            .toList();

    private ReadSection() {}

    static List<Step> compile(Spot section) {
        return section.list().stream().map(ReadSection::step).toList();
    }

    private static Step step(Spot spot) {
        if (spot.isText()) {
            Reader reader = simple(spot);
            return new ReadStep(reader, Draft.LINE, "", Set.of(), false, reader.expected());
        }
        Map<String, Spot> keys = spot.only(KEYS).fields();
        Reader reader = reader(spot, keys);
        return new ReadStep(
                reader,
                spot.at("from").map(Spot::text).orElse(Draft.LINE),
                spot.at("into").map(Spot::text).orElse(""),
                Set.copyOf(spot.at("absent").map(Spot::texts).orElse(List.of())),
                spot.at("optional").map(Spot::flag).orElse(false),
                spot.at("expect").map(Spot::text).orElse(reader.expected()));
    }

    private static Reader simple(Spot word) {
        return switch (word.text()) {
            case "json" -> new JsonObjects();
            case "kv" -> new KeyValues(' ', '=');
            case "cef" -> new Cef();
            case "leef" -> new Leef();
            case "xml" -> new Xml();
            case "w3c" -> new W3c(List.of());
            default -> throw word.wrong("json, kv, cef, leef, xml, w3c or a mapping", READERS);
        };
    }

    private static Reader reader(Spot step, Map<String, Spot> keys) {
        List<String> named = keys.keySet().stream().filter(READERS::contains).toList();
        if (named.size() != 1) {
            throw step.wrong("exactly one of", READERS);
        }
        Spot spot = step.need(named.get(0));
        return switch (named.get(0)) {
            case "json" -> new JsonObjects();
            case "kv" -> kv(spot);
            case "csv" -> csv(spot);
            case "cef" -> new Cef();
            case "leef" -> new Leef();
            case "xml" -> new Xml();
            case "w3c" ->
                new W3c(
                        spot.isMap()
                                ? spot.only(List.of("columns")).need("columns").texts()
                                : List.of());
            case "grok" -> new Regex(spot.list().stream().map(Grok::compile).toList());
            case "dissect" -> dissect(spot);
            default -> new Regex(spot.list().stream().map(Patterns::compile).toList());
        };
    }

    private static Reader kv(Spot spot) {
        if (spot.isText()) {
            return new KeyValues(' ', '=');
        }
        spot.only(List.of("between", "assign", "quotes"));
        boolean quotes = spot.at("quotes").map(Spot::flag).orElse(true);
        return new KeyValues(sign(spot, "between", ' '), sign(spot, "assign", '='), quotes);
    }

    private static Reader csv(Spot spot) {
        spot.only(List.of("columns", "header", "separator"));
        char separator = sign(spot, "separator", ',');
        boolean header = spot.at("header").map(Spot::flag).orElse(false);
        return header
                ? Csv.withHeader(spot.at("columns").map(Spot::texts).orElse(List.of()), separator)
                : Csv.of(spot.need("columns").texts(), separator);
    }

    private static char sign(Spot spot, String key, char usual) {
        return spot.at(key).map(ReadSection::sign).orElse(usual);
    }

    private static char sign(Spot spot) {
        if (spot.text().length() != 1) {
            throw spot.wrong("one character");
        }
        return spot.text().charAt(0);
    }

    private static Reader dissect(Spot spot) {
        String pattern = spot.text();
        for (int at = pattern.indexOf("%{"); at >= 0; at = pattern.indexOf("%{", at + 2)) {
            int close = pattern.indexOf('}', at);
            if (close < 0) {
                throw spot.wrong("%{ to be closed by }");
            }
            if (pattern.startsWith("%{", close + 1)) {
                throw spot.wrong("text between two names");
            }
        }
        return new Dissect(pattern);
    }
}
