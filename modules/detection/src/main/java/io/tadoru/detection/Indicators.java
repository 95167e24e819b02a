package io.tadoru.detection;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All indicators of an installation; a look-up costs the same however many there are. */
public final class Indicators {
    private static final int MOST_LABELS = 16;

    private final Map<String, List<Indicator>> exact = new HashMap<>();
    private final Map<String, List<Indicator>> networks = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    private Indicators() {}

    public static Indicators none() {
        return new Indicators();
    }

    /**
     * Reads CSV with a heading {@code type,value,valid_from,valid_until,source,confidence}, or plain lists, one value a line.
     *
     * @throws RuleException naming file, line and reason
     */
    public static Indicators load(List<Path> files) {
        Indicators indicators = new Indicators();
        files.forEach(file -> IndicatorFile.read(file, indicators::add));
        return indicators;
    }

    private boolean add(Indicator indicator) {
        String text = indicator.value();
        Optional<Network> network = Network.parse(text);
        if (network.isPresent()) {
            lengths.add(network.get().bits());
            return put(networks, network.get().bits() + "/" + network.get().key(), indicator);
        }
        return key(text).filter(key -> put(exact, key, indicator)).isPresent();
    }

    private static boolean put(Map<String, List<Indicator>> map, String key, Indicator indicator) {
        return map.computeIfAbsent(key, k -> new ArrayList<>(1)).add(indicator);
    }

    /** The normal form of a URL, hash or domain; empty when it is none of them. */
    private static Optional<String> key(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}")) {
            return Optional.of(lower);
        }
        Optional<String> url = Urls.normal(text);
        String domain = lower.replaceFirst("^\\*?\\.", "");
        return url.isPresent() || !domain.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)+") ? url : Optional.of(domain);
    }

    boolean isEmpty() {
        return exact.isEmpty() && networks.isEmpty();
    }

    /** The indicator that the artifact meets at that time. */
    Optional<Indicator> hit(Artifact artifact, Instant time) {
        return switch (artifact.type()) {
            case HASH ->
                valid(exact.get(artifact.value().substring(artifact.value().indexOf(':') + 1)), time);
            case URL -> valid(exact.get(artifact.value()), time);
            case DOMAIN -> domain(artifact.value(), time);
            case ADDRESS -> Address.parse(artifact.value()).flatMap(address -> address(address, time));
            case MESSAGE, PROCESS, FILE_PATH, FILE_NAME, SENDER, THREAT -> Optional.empty();
        };
    }

    /** An indicator for a domain means what lies below it too. */
    private Optional<Indicator> domain(String domain, Instant time) {
        String rest = domain;
        for (int labels = 0; labels < MOST_LABELS; labels++) {
            Optional<Indicator> hit = valid(exact.get(rest), time);
            int dot = rest.indexOf('.');
            if (hit.isPresent() || dot < 0) {
                return hit;
            }
            rest = rest.substring(dot + 1);
        }
        return Optional.empty();
    }

    private Optional<Indicator> address(Address address, Instant time) {
        int width = address.bytes().length * 8;
        return lengths.headSet(width, true).descendingSet().stream()
                .flatMap(bits -> valid(networks.get(bits + "/" + Network.key(address, bits)), time).stream())
                .findFirst();
    }

    private static Optional<Indicator> valid(@Nullable List<Indicator> some, Instant time) {
        return some == null
                ? Optional.empty()
                : some.stream().filter(i -> i.holds(time)).findFirst();
    }
}
