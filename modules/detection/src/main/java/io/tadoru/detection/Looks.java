package io.tadoru.detection;

import io.tadoru.detection.Indicator.Kind;
import io.tadoru.detection.IndicatorValue.Known;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells by the look of a value what it is, and brings it to its normal form. */
final class Looks {
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]{7,15}|\\[[0-9a-fA-F:.]{2,45}]):[0-9]{1,5}");
    /** Names of files that would pass for names of hosts; none is a top-level domain. */
    private static final Set<String> FILES = Set.of(
            "exe", "dll", "ocx", "sys", "bat", "vbs", "vbe", "jse", "wsf", "hta", "lnk", "ps1", "doc", "docx", "docm",
            "xls", "xlsx", "xlsm", "xlsb", "ppt", "pptx", "pptm", "rtf", "pdf", "iso", "img", "jar", "scr", "tmp",
            "dat", "txt", "log", "msi", "chm", "js");

    private Looks() {}

    /** As one of these kinds; as any where there are none. */
    static Optional<Known> as(List<Kind> kinds, String text) {
        return kinds.isEmpty()
                ? guess(text)
                : Stream.<Function<String, Optional<Known>>>of(
                                Looks::hash, Looks::address, Looks::url, Looks::sender, Looks::domain)
                        .flatMap(look -> look.apply(text).stream())
                        .filter(known -> kinds.contains(known.kind()))
                        .findFirst();
    }

    private static Optional<Known> guess(String text) {
        boolean path = text.indexOf('/') > 0;
        return hash(text)
                .or(() -> address(text))
                .or(() -> sender(text))
                .or(() -> path ? url(text) : Optional.empty())
                .or(() -> FILES.contains(Paths.extension(text)) ? Optional.empty() : domain(text));
    }

    private static Optional<Known> hash(String text) {
        boolean hex = text.length() <= 64 && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        if (!hex) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (text.length()) {
            case 64 -> Optional.of(new Known(Kind.SHA256, lower));
            case 40 -> Optional.of(new Known(Kind.SHA1, lower));
            case 32 -> Optional.of(new Known(Kind.MD5, lower));
            default -> Optional.empty();
        };
    }

    /** A port that is told with it says no more: whoever is bad there is bad. */
    private static Optional<Known> address(String text) {
        String bare = WITH_PORT.matcher(text).matches() ? text.substring(0, text.lastIndexOf(':')) : text;
        return Network.parse(bare)
                .map(n -> n.isAddress() ? new Known(Kind.IP, n.address()) : new Known(Kind.NETWORK, n.text()));
    }

    private static Optional<Known> url(String text) {
        return Urls.normal(text).or(() -> Urls.schemeless(text)).map(url -> new Known(Kind.URL, url));
    }

    private static Optional<Known> domain(String text) {
        return Domains.normal(text.replaceFirst("^\\*?\\.", "")).map(name -> new Known(Kind.DOMAIN, name));
    }

    private static Optional<Known> sender(String text) {
        return Mailboxes.normal(text).map(mailbox -> new Known(Kind.SENDER, mailbox));
    }
}
