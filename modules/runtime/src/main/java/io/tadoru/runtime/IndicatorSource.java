package io.tadoru.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list of indicators is, and what this installation says of it. Written as {@code
 * https://lists.example/bad.csv;name=cert;confidence=60;refresh=1h}, of which only the place must be there.
 *
 * @param place a path or a URL, as written
 * @param name whose word all of it is; empty to go by the list
 * @param format plain, csv, stix or misp; empty to tell by the content
 * @param confidence of entries that say none
 * @param refresh how often a URL is asked
 */
public record IndicatorSource(
        String place, Optional<String> name, Optional<String> format, Optional<Integer> confidence, Duration refresh) {
    private static final Pattern OPTION = Pattern.compile("^(.*);\\s*(name|format|confidence|refresh)=([^;]*)$");
    private static final Set<String> FORMATS = Set.of("plain", "csv", "stix", "misp");
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final int MOST = 100;

    /** Reads one entry of the setting; throws IllegalArgumentException or DateTimeException on what it cannot read. */
    static IndicatorSource parse(String text) {
        Map<String, String> options = new HashMap<>();
        String place = text;
        for (Matcher option = OPTION.matcher(place); option.matches(); option = OPTION.matcher(place)) {
            options.put(option.group(2), option.group(3).strip());
            place = option.group(1);
        }
        return new IndicatorSource(
                place(place.strip()),
                Optional.ofNullable(options.get("name")).map(IndicatorSource::word),
                Optional.ofNullable(options.get("format")).map(IndicatorSource::format),
                Optional.ofNullable(options.get("confidence")).map(IndicatorSource::confidence),
                Optional.ofNullable(options.get("refresh"))
                        .map(SettingType.DURATION.parser())
                        .map(IndicatorSource::seldomEnough)
                        .orElse(HOURLY));
    }

    private static String place(String place) {
        return isUrl(place)
                ? SettingType.URL.parser().apply(place).toString()
                : SettingType.PATH.parser().apply(place).toString();
    }

    private static String word(String text) {
        if (!text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String format(String text) {
        if (!FORMATS.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static int confidence(String text) {
        int confidence = Integer.parseInt(text);
        if (confidence < 0 || confidence > MOST) {
            throw new IllegalArgumentException(text);
        }
        return confidence;
    }

    /** Nobody's server is to be asked more often than each second. */
    private static Duration seldomEnough(Duration refresh) {
        if (refresh.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(refresh.toString());
        }
        return refresh;
    }

    private static boolean isUrl(String place) {
        return place.regionMatches(true, 0, "https://", 0, 8) || place.regionMatches(true, 0, "http://", 0, 7);
    }

    /** Where it is asked for; empty for a file or folder. */
    public Optional<URI> url() {
        return isUrl(place) ? Optional.of(URI.create(place)) : Optional.empty();
    }

    /** The file or folder; empty for a URL. */
    public Optional<Path> path() {
        return isUrl(place) ? Optional.empty() : Optional.of(Path.of(place));
    }

    /** The files and folders among them. */
    public static List<Path> paths(List<IndicatorSource> sources) {
        return sources.stream().flatMap(source -> source.path().stream()).toList();
    }
}
