package io.tadoru.investigate;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Chain;
import io.tadoru.chain.HostMark;
import io.tadoru.chain.Weight;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.event.Event;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import io.tadoru.event.Observation;
import io.tadoru.identity.BindingTable;
import io.tadoru.identity.Candidate;
import io.tadoru.identity.HostChoice;
import io.tadoru.identity.Resolution;
import io.tadoru.identity.Sightings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run has gathered: who had which address, and what was suspicious. Chains are made of it at the end. */
final class Knowledge {
    /** An event's marks at one of its hosts. */
    private record Own(Marks of, HostChoice choice) {}

    private final BindingTable bindings = new BindingTable();
    private final List<Marks> marks = new ArrayList<>();

    /** What the event tells of names, and that a source of its layer was awake. */
    void saw(Event event, List<Observation> observations, String source) {
        Sightings.of(event, observations, source).forEach(bindings::add);
    }

    void marked(Marks of) {
        marks.add(of);
    }

    private List<HostChoice> whose(Marks of) {
        Map<Identity, List<Candidate>> known = new LinkedHashMap<>();
        of.parties().stream()
                .flatMap(p -> p.identities().stream())
                .forEach(i -> known.put(i, bindings.asOf(i, of.time())));
        return Resolution.choices(of.parties(), known);
    }

    List<Chain> chains(Assembler assembler) {
        List<Chain> chains = new ArrayList<>();
        byHost().forEach((host, all) -> {
            List<Own> own = Weight.heaviest(all, o -> Weight.rank(o.of().time(), o.of().marks()));
            chains.addAll(
                    assembler.assemble(host, own.stream().flatMap(this::each).toList()));
        });
        return chains;
    }

    private Map<String, List<Own>> byHost() {
        Map<String, List<Own>> hosts = new TreeMap<>();
        for (Marks of : marks) {
            for (HostChoice choice : whose(of)) {
                hosts.computeIfAbsent(choice.host(), k -> new ArrayList<>()).add(new Own(of, choice));
            }
        }
        return hosts;
    }

    private Stream<HostMark> each(Own own) {
        return own.of().marks().stream().map(m -> hostMark(m, own.choice()));
    }

    private HostMark hostMark(Mark mark, HostChoice choice) {
        Set<Layer> heard = EnumSet.noneOf(Layer.class);
        Arrays.stream(Layer.values())
                .filter(l -> !bindings.asOf(Identity.sensor(l), mark.time()).isEmpty())
                .forEach(heard::add);
        return new HostMark(mark, choice.basis(), heard);
    }
}
