package io.tadoru.connector;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The converters that {@code as} names. */
final class Converters {
    private static final Map<String, Converter> BY_NAME = all();

    private Converters() {}

    static Converter named(Spot name) {
        Converter found = BY_NAME.get(name.text());
        if (found == null) {
            throw name.wrong("a converter", BY_NAME.keySet());
        }
        return found;
    }

    /** One that is surely there. */
    static Converter named(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    private static Map<String, Converter> all() {
        Map<String, Converter> all = new TreeMap<>();
        types(all);
        times(all);
        texts(all);
        accounts(all);
        urls(all);
        return all;
    }

    private static void types(Map<String, Converter> all) {
        for (Type type : Type.values()) {
            all.put(type.name().toLowerCase(Locale.ROOT), type::of);
        }
    }

    private static void times(Map<String, Converter> all) {
        all.put("epoch", (v, d) -> Times.epoch(v));
        all.put("epoch s", (v, d) -> Times.epoch(v, 0));
        all.put("epoch ms", (v, d) -> Times.epoch(v, 3));
        all.put("epoch us", (v, d) -> Times.epoch(v, 6));
        all.put("epoch ns", (v, d) -> Times.epoch(v, 9));
        all.put("instant utc", (v, d) -> Times.iso(v, ZoneOffset.UTC));
        all.put("duration s", (v, d) -> Numbers.nanos(v, 0));
        all.put("duration ms", (v, d) -> Numbers.nanos(v, 3));
        all.put("duration us", (v, d) -> Numbers.nanos(v, 6));
    }

    private static void texts(Map<String, Converter> all) {
        all.put("lower", (v, d) -> v.toLowerCase(Locale.ROOT));
        all.put("upper", (v, d) -> v.toUpperCase(Locale.ROOT));
        all.put("trim", (v, d) -> v.strip());
        all.put("basename", (v, d) -> nonEmpty(v.substring(1 + Math.max(v.lastIndexOf('/'), v.lastIndexOf('\\')))));
        all.put("header words", (v, d) -> HeaderWords.decode(v));
        all.put("bare", (v, d) -> nonEmpty(bare(v)));
    }

    private static void accounts(Map<String, Converter> all) {
        all.put("user", (v, d) -> nonEmpty(user(v)));
        all.put("domain", (v, d) -> nonEmpty(domain(v)));
        all.put("email", (v, d) -> email(v));
        all.put("md5", (v, d) -> hash(v, 32));
        all.put("sha1", (v, d) -> hash(v, 40));
        all.put("sha256", (v, d) -> hash(v, 64));
        all.put("sha512", (v, d) -> hash(v, 128));
    }

    private static void urls(Map<String, Converter> all) {
        all.put("url scheme", (v, d) -> nonEmpty(Url.of(v).scheme()));
        all.put("url domain", (v, d) -> nonEmpty(Url.of(v).host()));
        all.put("url port", (v, d) -> Url.of(v).effectivePort());
        all.put("url path", (v, d) -> nonEmpty(Url.of(v).path()));
        all.put("url query", (v, d) -> nonEmpty(Url.of(v).query()));
    }

    private static @Nullable String nonEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Without the angle brackets, quotes or braces around it. */
    private static String bare(String text) {
        String t = text.strip();
        boolean wrapped =
                t.length() > 1 && List.of("<>", "\"\"", "{}").contains("" + t.charAt(0) + t.charAt(t.length() - 1));
        return wrapped ? t.substring(1, t.length() - 1) : t;
    }

    /** Of {@code EXAMPLE\taro} and {@code taro@example.co.jp}, taro. */
    private static String user(String account) {
        int slash = account.lastIndexOf('\\');
        int at = account.indexOf('@');
        return slash >= 0 ? account.substring(slash + 1) : at > 0 ? account.substring(0, at) : account;
    }

    /** The address in {@code "Taro" <taro@example.co.jp>}; null when there is none. */
    private static @Nullable String email(String text) {
        int close = text.lastIndexOf('>');
        int open = close < 0 ? -1 : text.lastIndexOf('<', close);
        String address = (open < 0 ? text : text.substring(open + 1, close)).strip();
        int at = address.indexOf('@');
        boolean whole = at > 0 && at < address.length() - 1 && address.indexOf(' ') < 0 && address.length() <= 320;
        return whole ? address : null;
    }

    private static @Nullable String hash(String text, int digits) {
        String t = text.strip();
        return t.length() == digits && t.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)
                ? t.toLowerCase(Locale.ROOT)
                : null;
    }

    private static String domain(String account) {
        int slash = account.lastIndexOf('\\');
        int at = account.indexOf('@');
        return slash >= 0 ? account.substring(0, slash) : at > 0 ? account.substring(at + 1) : "";
    }
}
