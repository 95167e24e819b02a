package io.tadoru.connector;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.tadoru.event.Fields;
import io.tadoru.event.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code assemble}: which lines tell one thing together, and what they share.
 *
 * @param by names whose values are the same in all of them
 * @param to which of them get what the others tell
 */
record Assemble(List<String> by, Duration within, Duration keep, List<String> share, Condition to) {
    static final List<String> KEYS = List.of("by", "within", "keep", "share", "to");
    /** These say what the line itself is; so does all that is {@code tadoru.}. */
    private static final List<String> OWN = List.of("@timestamp", "event.code", "event.action", "event.kind", "tags");

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,4})([smhd])");
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int DIGITS = 32;

    /** What one stage has put together the next may share on; more than nine are nobody's log. */
    private static final int MOST_STAGES = 9;

    static List<Assemble> all(Spot section) {
        List<Spot> stages = section.list();
        if (stages.size() > MOST_STAGES) {
            throw section.wrong("at most " + MOST_STAGES + " entries");
        }
        return stages.stream().map(Assemble::compile).toList();
    }

    private static Assemble compile(Spot spot) {
        spot.only(KEYS);
        Duration within = duration(spot.need("within"));
        return new Assemble(
                spot.need("by").texts(),
                within,
                spot.at("keep").map(Assemble::duration).orElse(within.multipliedBy(2)),
                spot.need("share").list().stream().map(Assemble::shared).toList(),
                spot.at("to").map(Conditions::compile).orElse(Condition.ALWAYS));
    }

    private static String shared(Spot name) {
        String field = Target.of(name).field();
        if (OWN.contains(field) || field.startsWith("tadoru.")) {
            throw name.wrong("a field that another line may tell; this one says what the line itself is");
        }
        return field;
    }

    private static Duration duration(Spot spot) {
        Matcher written = DURATION.matcher(spot.text());
        if (!written.matches()) {
            throw spot.wrong("a duration such as 30s, 15m, 6h or 7d");
        }
        long count = Long.parseLong(written.group(1));
        Duration duration = switch (written.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw spot.wrong("a duration up to 30d");
        }
        return duration;
    }

    /** The record's part, if it has all of the names. */
    Optional<Part> part(Draft draft, String name, List<Sight> sights) {
        List<String> key = new ArrayList<>();
        key.add(Objects.requireNonNullElse(draft.text(Fields.OBSERVER_NAME), ""));
        for (String part : by) {
            @Nullable String value = draft.text(part);
            if (value == null) {
                return Optional.empty();
            }
            key.add(value);
        }
        String hash = Sha256.hex(name + "\0" + String.join("\0", key)).substring(0, DIGITS);
        return Optional.of(new Part(name.charAt(0) + hash, within, keep, share, to.test(draft), sights));
    }
}
