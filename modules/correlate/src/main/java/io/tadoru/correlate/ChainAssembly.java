package io.tadoru.correlate;

import io.tadoru.chain.Chain;
import io.tadoru.chain.Decision;
import io.tadoru.chain.Fold;
import io.tadoru.chain.Presence;
import java.util.Collection;
import java.util.List;

/** From the set of a host's marks, and of what people decided, to its chains: {@code assembler::assembleFolds}. */
@FunctionalInterface
public interface ChainAssembly {
    List<Chain> assemble(String host, Collection<Fold> folds, Presence presence, Collection<Decision> decisions);
}
