package io.tadoru.investigate;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Chain;
import io.tadoru.chain.Fold;
import io.tadoru.chain.FoldBook;
import io.tadoru.chain.HostMark;
import io.tadoru.chain.Presence;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.event.Event;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import io.tadoru.event.Observation;
import io.tadoru.event.Party;
import io.tadoru.identity.Asking;
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.BindingTable;
import io.tadoru.identity.HostChoice;
import io.tadoru.identity.Office;
import io.tadoru.identity.Resolution;
import io.tadoru.identity.Sightings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a run has gathered: who had which address, and what was suspicious. Chains are made of it at the end. */
final class Knowledge implements AutoCloseable {
    private final BindingTable bindings = new BindingTable();
    private final MarkSpool marks;
    private final Office office;

    /** Where the marks of an event lie that are this host's, and why they are its. */
    private record Own(MarkSpool.Place place, String basis) {}

    Knowledge(Path spool, Office office) throws IOException {
        this.office = office;
        this.marks = new MarkSpool(spool);
    }

    void listed(List<BindingRow> inventory) {
        inventory.forEach(bindings::add);
    }

    /** What the event tells of names, and that a source of its layer was awake. */
    void saw(Event event, List<Observation> observations, String source) {
        Sightings.of(event, observations, source, office).forEach(bindings::add);
    }

    void marked(Marks of) throws IOException {
        marks.add(of);
    }

    /** Each host once. */
    List<HostChoice> whose(List<Party> parties, Instant time) {
        return Resolution.choices(parties, Asking.all(parties, i -> bindings.asOf(i, time)));
    }

    /** The chains of the hosts that are asked for, by host. */
    List<Chain> chains(Assembler assembler, Predicate<String> wanted, List<String> warnings) throws IOException {
        List<Chain> chains = new ArrayList<>();
        try (RandomAccessFile in = marks.open()) {
            for (Map.Entry<String, List<Own>> host : byHost(in).entrySet()) {
                if (wanted.test(host.getKey())) {
                    List<Fold> own = folds(host, in, warnings);
                    chains.addAll(assembler.assembleFolds(host.getKey(), own, presence(host.getKey()), List.of()));
                }
            }
        }
        return chains;
    }

    private Presence presence(String host) {
        return new Presence(spans(Identity.agent(host)), spans(Identity.path(host)), spans(Identity.away(host)));
    }

    private List<Presence.Span> spans(Identity identity) {
        return bindings.rows(identity).stream()
                .map(r -> new Presence.Span(r.first(), r.last()))
                .toList();
    }

    private Map<String, List<Own>> byHost(RandomAccessFile in) throws IOException {
        Map<String, List<Own>> hosts = new TreeMap<>();
        Map<String, String> bases = new HashMap<>(); // few, said often
        for (MarkSpool.Place place : marks.places()) {
            Marks of = MarkSpool.read(in, place);
            whose(of.parties(), of.time())
                    .forEach(choice -> hosts.computeIfAbsent(choice.host(), k -> new ArrayList<>())
                            .add(new Own(place, bases.computeIfAbsent(choice.basis(), b -> b))));
        }
        return hosts;
    }

    private List<Fold> folds(Map.Entry<String, List<Own>> host, RandomAccessFile in, List<String> warnings)
            throws IOException {
        FoldBook book = new FoldBook();
        for (Own own : host.getValue()) {
            MarkSpool.read(in, own.place()).marks().forEach(m -> book.add(hostMark(m, own.basis())));
        }
        if (book.beyond() > 0) {
            warnings.add(
                    host.getKey() + ": " + book.beyond() + " suspicious lines more than are looked at, the oldest and"
                            + " least; narrow down with --from and --to to see them");
        }
        return book.heaviest();
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
