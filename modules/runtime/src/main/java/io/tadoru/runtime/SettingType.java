package io.tadoru.runtime;

import io.smallrye.config.common.utils.StringUtil;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How a setting's text becomes a value.
 *
 * @param words what was expected, as in "expected a whole number"
 * @param parser throws IllegalArgumentException or DateTimeException on what it cannot read
 */
record SettingType<T>(String words, Function<String, T> parser) {
    static final SettingType<String> TEXT = new SettingType<>("text", SettingType::text);
    static final SettingType<Integer> INTEGER = new SettingType<>("a whole number", Integer::valueOf);
    static final SettingType<Boolean> FLAG = new SettingType<>("true or false", SettingType::flag);
    static final SettingType<Path> PATH = new SettingType<>("a path", SettingType::path);
    static final SettingType<LocalDate> DATE = new SettingType<>("a date such as 2022-02-26", LocalDate::parse);
    static final SettingType<Instant> INSTANT =
            new SettingType<>("a date or a time such as 2022-02-26T01:02:03Z", SettingType::instant);
    static final SettingType<Duration> DURATION =
            new SettingType<>("a time such as 15s, 30m or 1h30m", SettingType::duration);
    static final SettingType<ZoneId> ZONE = new SettingType<>("a time zone such as Asia/Tokyo", ZoneId::of);
    static final SettingType<Charset> CHARSET = new SettingType<>("a charset such as Shift_JIS", SettingType::charset);
    static final SettingType<URI> URL = new SettingType<>("a URL such as http://localhost:9200", SettingType::url);
    static final SettingType<List<String>> WORDS = list("a list", SettingType::text);
    static final SettingType<List<IndicatorSource>> INDICATORS = list(
            "a list of paths and URLs, each followed, if wanted, by `;name=...`, `;format=plain`, `csv`, `stix` or"
                    + " `misp`, `;confidence=0` to `100`, `;refresh=1h`",
            IndicatorSource::parse);

    private static <E> SettingType<List<E>> list(String words, Function<String, E> element) {
        return new SettingType<>(
                words,
                text -> Arrays.stream(StringUtil.split(text))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .map(element)
                        .toList());
    }

    private static String text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("empty");
        }
        return text.strip();
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Relative ones are taken from Tadoru's folder, wherever the command was called. */
    private static Path path(String text) {
        return Path.of(System.getProperty("tadoru.home", "")).resolve(text(text));
    }

    private static Instant instant(String text) {
        return text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Duration duration(String text) {
        Duration duration = Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
        if (duration.isNegative()) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    /** Charset.forName's own exceptions are IllegalArgumentExceptions; Windows' Shift_JIS is what Windows writes. */
    private static Charset charset(String text) {
        return text.equalsIgnoreCase("utf8") ? StandardCharsets.UTF_8 : Charset.forName(text);
    }

    /** A password in a URL would be printed with it. */
    private static URI url(String text) {
        URI url = URI.create(text);
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException(text);
        }
        return url;
    }
}
