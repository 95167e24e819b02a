package io.tadoru.detection;

import io.tadoru.detection.Indicator.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All indicators of an installation; a look-up costs the same however many there are. Never changes. */
public final class Indicators {
    private static final int MOST_LABELS = 16;

    private final int size;
    private final IndicatorTable exact;
    private final Map<Network, List<Indicator>> networks = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    private Indicators(Collection<Indicator> all) {
        this.size = all.size();
        this.exact = new IndicatorTable(
                all.stream().filter(i -> i.kind() != Kind.NETWORK).toList());
        all.stream().filter(i -> i.kind() == Kind.NETWORK).forEach(this::network);
    }

    private void network(Indicator indicator) {
        Network.parse(indicator.value()).ifPresent(network -> {
            lengths.add(network.bits());
            networks.computeIfAbsent(network, n -> new ArrayList<>(1)).add(indicator);
        });
    }

    /** Without any. */
    public static Indicators none() {
        return new Indicators(List.of());
    }

    /** Of these, whatever order they are in. */
    public static Indicators of(Collection<Indicator> all) {
        return new Indicators(all);
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The indicator that the artifact meets at that time. */
    Optional<Indicator> hit(Artifact artifact, Instant time) {
        String value = artifact.value();
        return switch (artifact.type()) {
            case HASH -> hash(value, time);
            case URL ->
                exact.find(Kind.URL, value, time).or(() -> exact.find(Kind.URL, Urls.withoutScheme(value), time));
            case DOMAIN -> domain(value, time);
            case ADDRESS -> Address.parse(value).flatMap(address -> address(address, time));
            case SENDER -> exact.find(Kind.SENDER, value, time);
            case MESSAGE, PROCESS, FILE_PATH, FILE_NAME, THREAT -> Optional.empty();
        };
    }

    private Optional<Indicator> hash(String value, Instant time) {
        String bare = value.substring(value.indexOf(':') + 1);
        Kind kind = bare.length() == 64 ? Kind.SHA256 : bare.length() == 40 ? Kind.SHA1 : Kind.MD5;
        return exact.find(kind, bare, time);
    }

    /** An indicator for a domain means what lies below it too; the nearest counts, but for one that its source doubts. */
    private Optional<Indicator> domain(String domain, Instant time) {
        Optional<Indicator> nearest = Optional.empty();
        String rest = domain;
        for (int labels = 0; labels < MOST_LABELS && !rest.isEmpty(); labels++) {
            nearest = better(nearest, exact.find(Kind.DOMAIN, rest, time));
            rest = rest.substring(rest.indexOf('.') < 0 ? rest.length() : rest.indexOf('.') + 1);
        }
        return nearest;
    }

    /** The address itself, then the networks around it, the longest first. */
    private Optional<Indicator> address(Address address, Instant time) {
        Optional<Indicator> nearest = exact.find(Kind.IP, address.text(), time);
        for (int bits : lengths.headSet(address.bytes().length * 8, true).descendingSet()) {
            List<Indicator> around = networks.getOrDefault(Network.around(address, bits), List.of());
            nearest = better(nearest, around.stream().filter(i -> i.holds(time)).max(IndicatorTable.BEST));
        }
        return nearest;
    }

    private static Optional<Indicator> better(Optional<Indicator> nearer, Optional<Indicator> farther) {
        return nearer.isEmpty()
                        || (!nearer.get().sure()
                                && farther.filter(Indicator::sure).isPresent())
                ? farther
                : nearer;
    }
}
