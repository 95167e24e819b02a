package io.tadoru.investigate;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Chain;
import io.tadoru.chain.HostMark;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.event.Event;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import io.tadoru.event.Observation;
import io.tadoru.event.Party;
import io.tadoru.event.Strength;
import io.tadoru.identity.BindingTable;
import io.tadoru.identity.Candidate;
import io.tadoru.identity.HostChoice;
import io.tadoru.identity.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run has gathered: who had which address, and what was suspicious. Chains are made of it at the end. */
final class Knowledge {
    private final BindingTable bindings = new BindingTable();
    private final List<Marks> marks = new ArrayList<>();

    void saw(List<Observation> observations) {
        observations.forEach(bindings::add);
    }

    /** A source of this layer was awake. */
    void heard(Event event, String source) {
        event.layer()
                .map(layer ->
                        new Observation(Identity.sensor(layer), source, event.time(), Strength.INVENTORY, "heard"))
                .ifPresent(bindings::add);
    }

    void marked(Marks of) {
        marks.add(of);
    }

    HostChoice whose(Party party, Instant time) {
        Map<Identity, List<Candidate>> known = new LinkedHashMap<>();
        party.identities().forEach(i -> known.put(i, bindings.asOf(i, time)));
        return Resolution.choose(party, known);
    }

    List<Chain> chains(Assembler assembler) {
        List<Chain> chains = new ArrayList<>();
        byHost().forEach((host, own) -> chains.addAll(assembler.assemble(host, own)));
        return chains;
    }

    private Map<String, List<HostMark>> byHost() {
        Map<String, List<HostMark>> hosts = new TreeMap<>();
        for (Marks of : marks) {
            Set<HostChoice> choices = new LinkedHashSet<>();
            of.parties().forEach(p -> choices.add(whose(p, of.time())));
            for (HostChoice choice : choices) {
                List<HostMark> own = hosts.computeIfAbsent(choice.host(), k -> new ArrayList<>());
                of.marks().forEach(m -> own.add(hostMark(m, choice)));
            }
        }
        return hosts;
    }

    private HostMark hostMark(Mark mark, HostChoice choice) {
        Set<Layer> heard = EnumSet.noneOf(Layer.class);
        Arrays.stream(Layer.values())
                .filter(l -> !bindings.asOf(Identity.sensor(l), mark.time()).isEmpty())
                .forEach(heard::add);
        return new HostMark(mark, choice.basis(), heard);
    }
}
