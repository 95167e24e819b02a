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
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.BindingTable;
import io.tadoru.identity.Candidate;
import io.tadoru.identity.HostChoice;
import io.tadoru.identity.Resolution;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a run has gathered: who had which address, and what was suspicious. Chains are made of it at the end. */
final class Knowledge implements AutoCloseable {
    /** One host's marks beyond that are not looked at, and the run says so. */
    static final int MOST_MARKS = 50_000;

    private final BindingTable bindings = new BindingTable();
    private final MarkSpool marks;

    /** Where the marks of one event lie, and how it was found that they are this host's. */
    private record Claimed(MarkSpool.Place place, String basis) {}

    Knowledge(Path spool) throws IOException {
        this.marks = new MarkSpool(spool);
    }

    void listed(List<BindingRow> inventory) {
        inventory.forEach(bindings::apply);
    }

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

    void marked(Marks of) throws IOException {
        marks.add(of);
    }

    HostChoice whose(Party party, Instant time) {
        Map<Identity, List<Candidate>> known = new LinkedHashMap<>();
        party.identities().forEach(i -> known.put(i, bindings.asOf(i, time)));
        return Resolution.choose(party, known);
    }

    /** The chains of the hosts that are asked for, by host. */
    List<Chain> chains(Assembler assembler, Predicate<String> wanted, List<String> warnings) throws IOException {
        List<Chain> chains = new ArrayList<>();
        try (RandomAccessFile in = marks.open()) {
            for (Map.Entry<String, List<Claimed>> host : byHost(in).entrySet()) {
                if (wanted.test(host.getKey())) {
                    chains.addAll(assembler.assemble(host.getKey(), marks(host, in, warnings)));
                }
            }
        }
        return chains;
    }

    private Map<String, List<Claimed>> byHost(RandomAccessFile in) throws IOException {
        Map<String, List<Claimed>> hosts = new TreeMap<>();
        Map<String, String> bases = new HashMap<>(); // few, said often
        for (MarkSpool.Place place : marks.places()) {
            Marks of = MarkSpool.read(in, place);
            Set<HostChoice> choices = new LinkedHashSet<>();
            of.parties().forEach(p -> choices.add(whose(p, of.time())));
            choices.forEach(choice -> hosts.computeIfAbsent(choice.host(), k -> new ArrayList<>())
                    .add(new Claimed(place, bases.computeIfAbsent(choice.basis(), b -> b))));
        }
        return hosts;
    }

    private List<HostMark> marks(Map.Entry<String, List<Claimed>> host, RandomAccessFile in, List<String> warnings)
            throws IOException {
        List<HostMark> own = new ArrayList<>();
        int lines = 0;
        for (Claimed claimed : host.getValue()) {
            if (own.size() >= MOST_MARKS) {
                warnings.add(host.getKey() + ": of " + host.getValue().size() + " suspicious lines only the first "
                        + lines + " are looked at; narrow down with --from and --to");
                break;
            }
            lines++;
            MarkSpool.read(in, claimed.place()).marks().forEach(m -> own.add(hostMark(m, claimed.basis())));
        }
        return own;
    }

    private HostMark hostMark(Mark mark, String basis) {
        Set<Layer> heard = EnumSet.noneOf(Layer.class);
        Arrays.stream(Layer.values())
                .filter(l -> !bindings.asOf(Identity.sensor(l), mark.time()).isEmpty())
                .forEach(heard::add);
        return new HostMark(mark, basis, heard);
    }

    @Override
    public void close() throws IOException {
        marks.close();
    }
}
