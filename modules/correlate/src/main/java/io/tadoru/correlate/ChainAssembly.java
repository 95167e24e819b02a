package io.tadoru.correlate;

import io.tadoru.chain.Chain;
import io.tadoru.chain.Decision;
import io.tadoru.chain.HostMark;
import io.tadoru.chain.Presence;
import java.util.Collection;
import java.util.List;

/** From the set of a host's marks, and of what people decided, to its chains: {@code assembler::assemble}. */
@FunctionalInterface
public interface ChainAssembly {
    List<Chain> assemble(String host, Collection<HostMark> marks, Presence presence, Collection<Decision> decisions);
}
