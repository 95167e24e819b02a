package io.tadoru.identity;

import io.tadoru.event.Identity;
import io.tadoru.event.Party;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which identities must be asked to resolve a party: those it is named by, then what the answers bring up, for a host may be
 * told by a name that stands for another.
 */
public final class Asking {
    private Asking() {}

    /** Of a party, as far as is known; empty answers are answers too. A host's plain name needs none. */
    public static Set<Identity> of(Party party, Map<Identity, List<Candidate>> known) {
        Set<Identity> asked = new LinkedHashSet<>();
        party.identities().forEach(i -> direct(i, asked));
        // Two names at most stand between an address and its host's own.
        for (int i = 0; i < 2; i++) {
            List.copyOf(asked).stream()
                    .flatMap(a -> known.getOrDefault(a, List.of()).stream())
                    .forEach(c -> Aliases.question(c.host()).ifPresent(asked::add));
        }
        return asked;
    }

    private static void direct(Identity of, Set<Identity> asked) {
        if (of.kind() == Identity.Kind.HOST) {
            Aliases.question(of.value()).ifPresent(asked::add);
        } else {
            asked.add(of);
        }
    }

    /** All answers that the parties need, where whoever knows them is at hand. */
    public static Map<Identity, List<Candidate>> all(List<Party> parties, Function<Identity, List<Candidate>> look) {
        Map<Identity, List<Candidate>> known = new HashMap<>();
        for (Party party : parties) {
            for (Set<Identity> asked = of(party, known); !known.keySet().containsAll(asked); asked = of(party, known)) {
                asked.forEach(i -> known.computeIfAbsent(i, look));
            }
        }
        return known;
    }
}
