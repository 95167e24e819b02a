package io.tadoru.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where chains went: which chain of a host now holds the line that another was named after. */
public final class Holders {
    private Holders() {}

    /** Chain id to the id of its holder; a chain that stands under its own id is its own, and ids that none holds are left out. */
    public static Map<String, String> of(List<Chain> chains, Set<String> ids) {
        Map<String, String> holders = new HashMap<>();
        chains.stream().map(Chain::id).filter(ids::contains).forEach(id -> holders.put(id, id));
        chains.forEach(c -> c.anchors().among(ids).forEach(id -> holders.putIfAbsent(id, c.id())));
        return holders;
    }
}
