package io.tadoru.runtime;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One thing an operator can set before any line starts its walk: its name, type, default, check and sentence. */
public final class Setting<T> {
    private final String name;
    private final SettingType<T> type;
    private final @Nullable String byDefault;
    private final Predicate<T> check;
    private final String sentence;
    private final boolean secret;

    private Setting(
            String name,
            SettingType<T> type,
            @Nullable String byDefault,
            Predicate<T> check,
            String sentence,
            boolean secret) {
        this.name = name;
        this.type = type;
        this.byDefault = byDefault;
        this.check = check;
        this.sentence = sentence;
        this.secret = secret;
    }

    private static <T> Setting<T> of(String name, SettingType<T> type, @Nullable String byDefault, String sentence) {
        return new Setting<>(name, type, byDefault, value -> true, sentence, false);
    }

    static Setting<String> text(String name, @Nullable String byDefault, String sentence) {
        return of(name, SettingType.TEXT, byDefault, sentence);
    }

    static Setting<String> secret(String name, String sentence) {
        return new Setting<>(name, SettingType.TEXT, null, value -> true, sentence, true);
    }

    /** One of an enumeration's names, written in lower case with hyphens. */
    static <E extends Enum<E>> Setting<E> choice(String name, Class<E> names, E byDefault, String sentence) {
        return of(name, new SettingType<>(choices(names), text -> constant(names, text)), word(byDefault), sentence);
    }

    static Setting<Integer> integer(String name, int byDefault, int least, int most, String sentence) {
        return integer(name, Integer.toString(byDefault), least, most, sentence);
    }

    /** Zero lets the system choose a free one. */
    static Setting<Integer> port(String name, @Nullable Integer byDefault, String sentence) {
        return integer(name, byDefault == null ? null : byDefault.toString(), 0, 65_535, sentence);
    }

    private static Setting<Integer> integer(
            String name, @Nullable String byDefault, int least, int most, String sentence) {
        var type = new SettingType<>("a whole number from " + least + " to " + most, SettingType.INTEGER.parser());
        return new Setting<>(name, type, byDefault, value -> value >= least && value <= most, sentence, false);
    }

    static Setting<Boolean> flag(String name, boolean byDefault, String sentence) {
        return of(name, SettingType.FLAG, Boolean.toString(byDefault), sentence);
    }

    static Setting<Path> path(String name, @Nullable String byDefault, String sentence) {
        return of(name, SettingType.PATH, byDefault, sentence);
    }

    static Setting<LocalDate> date(String name, String sentence) {
        return of(name, SettingType.DATE, null, sentence);
    }

    static Setting<Instant> instant(String name, String sentence) {
        return of(name, SettingType.INSTANT, null, sentence);
    }

    static Setting<Duration> duration(String name, String byDefault, String sentence) {
        return of(name, SettingType.DURATION, byDefault, sentence);
    }

    static Setting<ZoneId> zone(String name, String byDefault, String sentence) {
        return of(name, SettingType.ZONE, byDefault, sentence);
    }

    static Setting<Charset> charset(String name, String byDefault, String sentence) {
        return of(name, SettingType.CHARSET, byDefault, sentence);
    }

    static Setting<URI> url(String name, @Nullable String byDefault, String sentence) {
        return of(name, SettingType.URL, byDefault, sentence);
    }

    static Setting<List<String>> words(String name, String byDefault, String sentence) {
        return of(name, SettingType.WORDS, byDefault, sentence);
    }

    static Setting<List<IndicatorSource>> indicators(String name, String sentence) {
        return of(name, SettingType.INDICATORS, "", sentence);
    }

    /** The same setting of one member of a group, such as {@code sources.<name>.port} of the source fw. */
    Setting<T> of(String member) {
        return new Setting<>(name.replace("<name>", member), type, byDefault, check, sentence, secret);
    }

    /** The value that this text gives, or why it gives none. */
    Read<T> read(String text) {
        try {
            T value = type.parser().apply(text);
            return check.test(value) ? new Read.Value<>(value) : new Read.Fault<>(fault(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Read.Fault<>(fault(text));
        }
    }

    private String fault(String text) {
        return "%s is %s, expected %s".formatted(name, secret ? "not readable" : "'" + text + "'", type.words());
    }

    /** What a text gives: a value or a fault. */
    sealed interface Read<T> {
        record Value<T>(T value) implements Read<T> {}

        record Fault<T>(String sentence) implements Read<T> {}
    }

    public String name() {
        return name;
    }

    /** The environment's variable that sets it. */
    public String variable() {
        return "TADORU_" + environmentForm(name);
    }

    static String environmentForm(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    String words() {
        return type.words();
    }

    Optional<String> byDefault() {
        return Optional.ofNullable(byDefault);
    }

    String sentence() {
        return sentence;
    }

    boolean secret() {
        return secret;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String choices(Class<? extends Enum<?>> names) {
        return "one of "
                + String.join(
                        ", ",
                        Arrays.stream(names.getEnumConstants())
                                .map(Setting::word)
                                .toList());
    }

    private static <E extends Enum<E>> E constant(Class<E> names, String text) {
        return Enum.valueOf(names, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
