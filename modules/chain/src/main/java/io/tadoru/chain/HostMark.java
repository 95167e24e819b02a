package io.tadoru.chain;

import io.tadoru.detection.Mark;
import io.tadoru.event.Layer;
import java.util.Comparator;
import java.util.Set;

/**
 * A mark after it was decided whose it is: one member of the set that a host's chains are made of.
 *
 * @param basis how the host was found, as {@code tadoru.host.basis}
 * @param heard the layers of which some sensor was heard around the mark's time; the rest were silent
 */
public record HostMark(Mark mark, String basis, Set<Layer> heard) {
    /** Event time, then sequence, then hash, rule and source: never an id, so that stream and batch agree. */
    static final Comparator<HostMark> ORDER = Comparator.comparing(
                    (HostMark m) -> m.mark().time())
            .thenComparingLong(m -> m.mark().sequence())
            .thenComparing(m -> m.mark().eventHash())
            .thenComparing(m -> m.mark().rule().id())
            .thenComparing(m -> m.mark().source());

    public HostMark {
        heard = Set.copyOf(heard);
    }
}
