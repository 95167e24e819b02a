package io.tadoru.connector;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.tadoru.connector.Source.Stage;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles {@code map}: each field of the event from the first of its sources that has a value for it. */
final class MapSection {
    static final List<String> KEYS = List.of(
            "from", "all", "const", "when", "split", "capture", "as", "format", "zone", "lookup", "default", "keep");
    private final Map<String, Spot> tables;

    MapSection(Map<String, Spot> tables) {
        this.tables = tables;
    }

    List<Step> compile(Spot section) {
        List<Step> steps = new ArrayList<>();
        Map<String, Spot> fields = section.fields();
        for (Spot key : section.keys()) {
            Spot value = Objects.requireNonNull(fields.get(key.text()), key.text());
            Map<String, String> parts = Macros.of(key.text());
            if (parts.isEmpty()) {
                steps.add(field(Target.of(key), value, null));
            }
            parts.forEach((field, part) -> steps.add(field(Target.of(key, field), value, Converters.named(part))));
        }
        return steps;
    }

    /** From the first of the sources; of a name that stands for several fields, each takes its part at the end. */
    private Step field(Target target, Spot spot, @Nullable Converter part) {
        List<Source> sources =
                spot.list().stream().map(s -> source(target, s, part)).toList();
        return draft -> {
            for (int i = 0; i < sources.size() && !draft.has(target.field()); i++) {
                Object value = sources.get(i).value(target, draft);
                if (value != null) {
                    draft.set(target.field(), value);
                }
            }
        };
    }

    private Source source(Target target, Spot spot, @Nullable Converter part) {
        List<Stage> last = part == null ? List.of() : List.of(each(part));
        if (spot.isText()) {
            return new Source(Condition.ALWAYS, origin(spot), last, null, false);
        }
        Map<String, Spot> keys = spot.only(KEYS).fields();
        Vocabulary.check(target.field(), keys.get("const"));
        Vocabulary.check(target.field(), keys.get("default"));
        Spot constant = keys.get("const");
        Source.Origin origin = constant != null
                ? Source.constant(constant.constant())
                : keys.containsKey("all") ? Source.all(spot.need("all").texts()) : origin(spot.need("from"));
        Spot otherwise = keys.get("default");
        return new Source(
                Conditions.of(keys),
                origin,
                Stream.concat(stages(target, keys).stream(), last.stream()).toList(),
                otherwise == null ? null : otherwise.constant(),
                keys.containsKey("lookup") || spot.at("keep").map(Spot::flag).orElse(false));
    }

    private static Source.Origin origin(Spot from) {
        return from.isText() && from.text().contains("%{") ? Template.of(from) : Source.first(from.texts());
    }

    private List<Stage> stages(Target target, Map<String, Spot> keys) {
        List<Stage> stages = new ArrayList<>();
        keys.forEach((key, spot) -> {
            switch (key) {
                case "split" -> stages.add(0, split(spot.text()));
                case "capture" -> stages.add(capture(Patterns.compile(spot), spot));
                default -> {}
            }
        });
        if (keys.containsKey("as")) {
            Objects.requireNonNull(keys.get("as")).list().forEach(as -> stages.add(each(Converters.named(as))));
        }
        if (keys.containsKey("format")) {
            stages.add(each(format(Objects.requireNonNull(keys.get("format")), keys.get("zone"))));
        }
        if (keys.containsKey("lookup")) {
            stages.add(Source.lookup(table(target, Objects.requireNonNull(keys.get("lookup")))));
        }
        return List.copyOf(stages);
    }

    private static Stage each(Converter converter) {
        return (values, draft) -> values.stream()
                .<@Nullable Object>map(v -> converter.convert(v.toString(), draft))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stage split(String separator) {
        return (values, draft) -> values.stream()
                .flatMap(v -> Arrays.stream(v.toString().split(java.util.regex.Pattern.quote(separator))))
                .map(String::strip)
                .toList();
    }

    /** What the pattern's first group is each time the pattern is found. */
    private static Stage capture(Pattern pattern, Spot spot) {
        if (pattern.groupCount() < 1) {
            throw spot.wrong("a pattern with a group");
        }
        return (values, draft) -> values.stream()
                .filter(v -> v.toString().length() <= Patterns.LONGEST)
                .flatMap(v -> captured(pattern.matcher(v.toString())).stream())
                .toList();
    }

    private static List<String> captured(Matcher matcher) {
        List<String> found = new ArrayList<>();
        while (found.size() < 1000 && matcher.find()) {
            if (matcher.group(1) != null) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    /** In the first of the patterns that fits. */
    private static Converter format(Spot patterns, @Nullable Spot zone) {
        List<DateTimeFormatter> formats =
                patterns.list().stream().map(MapSection::format).toList();
        ZoneId fixed = zone == null ? null : zone(zone);
        return (text, draft) -> {
            ZoneId in = fixed == null ? draft.settings().zone() : fixed;
            for (DateTimeFormatter format : formats) {
                String time = Times.formatted(text, format, in, draft.settings().asOf());
                if (time != null) {
                    return time;
                }
            }
            return null;
        };
    }

    private static DateTimeFormatter format(Spot pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern.text())
                    .toFormatter(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw pattern.wrong("a pattern of java.time (" + e.getMessage() + ")");
        }
    }

    private static ZoneId zone(Spot zone) {
        try {
            return ZoneId.of(zone.text());
        } catch (DateTimeException e) {
            throw zone.wrong("a time zone");
        }
    }

    private Map<String, Object> table(Target target, Spot lookup) {
        Spot spot = lookup;
        if (lookup.isText()) {
            spot = tables.get(lookup.text());
            if (spot == null) {
                throw lookup.wrong("one of tables", tables.keySet());
            }
        }
        Map<String, Object> table = new LinkedHashMap<>();
        spot.fields().forEach((key, value) -> {
            Vocabulary.check(target.field(), value);
            table.put(key, value.constant());
        });
        return Map.copyOf(table);
    }
}
