package io.tadoru.chain;

import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.event.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * From the set of a host's marks to its chains: the last step of thought on a line's walk. Pure, and blind to the order in
 * which marks are given.
 */
public final class Assembler {
    /** Accounts named in one chain. */
    private static final int USERS = 20;

    private final Definition definition;

    public Assembler(Definition definition) {
        this.definition = definition;
    }

    /** With nothing decided. */
    public List<Chain> assemble(String host, Collection<HostMark> marks) {
        return assemble(host, marks, List.of());
    }

    /**
     * All chains of the host, infections first, then refused attempts, each group in order of time.
     *
     * @param decided on chains of this host, and all entries of the allow-list; others are passed over
     */
    public List<Chain> assemble(String host, Collection<HostMark> marks, Collection<Decision> decided) {
        Decisions decisions = Decisions.of(host, decided);
        List<Chain> chains = chains(host, Node.fold(marks), decisions);
        Map<String, List<Decision>> upon = decisions.upon(chains);
        return chains.stream()
                .map(c -> c.with(new Decided(
                        upon.getOrDefault(c.id(), List.of()), c.decided().allowedBy(), c.last())))
                .toList();
    }

    private List<Chain> chains(String host, List<Node> nodes, Decisions decisions) {
        List<Edge> edges = Deliveries.choose(nodes, Edges.between(nodes, definition), definition);
        List<List<Edge>> atNodes = Components.atNodes(nodes.size(), edges);
        List<Chain> chains = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        for (List<Integer> group : Components.of(nodes.size(), edges)) {
            anchor(nodes, group).ifPresent(a -> {
                used.addAll(group);
                chains.add(infection(host, nodes, group, atNodes, a, decisions));
            });
        }
        chains.addAll(refused(host, nodes, used, decisions));
        return chains;
    }

    /** A judgement or an act of the endpoint protection; without one, a contact outside by something that also ran. */
    private static Optional<Integer> anchor(List<Node> nodes, List<Integer> group) {
        return group.stream()
                .filter(i -> nodes.get(i).tellsOfMalware())
                .findFirst()
                .or(() -> contactAfterExecution(nodes, group));
    }

    private static Optional<Integer> contactAfterExecution(List<Node> nodes, List<Integer> group) {
        boolean ran = group.stream().map(nodes::get).anyMatch(n -> n.runs() && !n.speaksOutside());
        return group.stream().filter(i -> ran && nodes.get(i).couldAnchor()).findFirst();
    }

    private Chain infection(
            String host,
            List<Node> nodes,
            List<Integer> group,
            List<List<Edge>> atNodes,
            int anchor,
            Decisions decisions) {
        List<Node> members = group.stream().map(nodes::get).toList();
        Map<Integer, Edge> tree = Components.tree(anchor, atNodes);
        List<Evidence> evidence =
                group.stream().map(i -> evidence(nodes, i, tree)).toList();
        Story story = new Story(members);
        Status status = story.status();
        Mark first = nodes.get(anchor).mark();
        return chain(
                Anchors.of(Anchors.id(host, first), host, members),
                CaseNumber.of(Anchors.id(host, first), first.time()),
                definition.id(),
                status,
                severity(status, story),
                members,
                evidence,
                story.infected(),
                story.quarantine().map(n -> n.mark().time()),
                Sentence.of(host, story, members, evidence),
                decisions);
    }

    private Level severity(Status status, Story story) {
        return switch (status) {
            case STOPPED, MERGED, WITHDRAWN, CLOSED -> Level.LOW;
            case SUSPECTED -> Level.MEDIUM;
            case ACTIVE, ACTIVE_AFTER_QUARANTINE, ISOLATED -> definition.severity();
            case QUARANTINED -> story.ranBeforeQuarantine() ? definition.severity() : Level.MEDIUM;
        };
    }

    private static Evidence evidence(List<Node> nodes, int i, Map<Integer, Edge> tree) {
        Node n = nodes.get(i);
        Optional<Edge> edge = Optional.ofNullable(tree.get(i));
        return new Evidence(
                n.mark(),
                n.last(),
                n.count(),
                edge.map(Edge::grade).orElse(null),
                edge.map(Edge::reason).orElse("anchor: what was noticed first"),
                edge.map(e -> nodes.get(e.other(i)).mark().eventHash()).orElse(""),
                tied(nodes, i, tree));
    }

    private static boolean tied(List<Node> nodes, int start, Map<Integer, Edge> tree) {
        int at = start;
        for (Edge e = tree.get(at); e != null && e.strong(); e = tree.get(at)) {
            at = e.other(at);
            if (nodes.get(at).layer() != nodes.get(start).layer()) {
                return true;
            }
        }
        return false;
    }

    private static Chain chain(
            Anchors anchors,
            String caseNumber,
            String definition,
            Status status,
            Level severity,
            List<Node> members,
            List<Evidence> evidence,
            Range infected,
            Optional<Instant> quarantined,
            Sentence sentence,
            Decisions decisions) {
        List<Evidence> kept = Kept.of(evidence, infected);
        return new Chain(
                anchors.own(),
                definition,
                anchors.host(),
                users(members),
                status,
                severity,
                members.get(0).mark().time(),
                members.stream().map(Node::last).max(Comparator.naturalOrder()).orElseThrow(),
                infected,
                quarantined.orElse(null),
                LayerVerdict.of(members),
                kept,
                count(evidence) - count(kept),
                sentence,
                anchors,
                caseNumber,
                new Decided(List.of(), decisions.allowing(members), Instant.MIN));
    }

    private static int count(List<Evidence> evidence) {
        return evidence.stream().mapToInt(Evidence::count).sum();
    }

    static List<String> users(List<Node> members) {
        Map<String, Long> seen = members.stream()
                .flatMap(n -> n.mark().users().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return seen.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(USERS)
                .toList();
    }

    /** Refused before anything ran: one chain for all of a day, not one each. */
    private static List<Chain> refused(String host, List<Node> nodes, Set<Integer> used, Decisions decisions) {
        Map<Instant, List<Node>> days = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node n = nodes.get(i);
            if (!used.contains(i) && n.stoppedAttempt()) {
                days.computeIfAbsent(day(n), k -> new ArrayList<>()).add(n);
            }
        }
        return days.values().stream().map(day -> refused(host, day, decisions)).toList();
    }

    private static Instant day(Node n) {
        return n.mark()
                .time()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Chain refused(String host, List<Node> day, Decisions decisions) {
        List<Evidence> evidence = day.stream()
                .map(n -> new Evidence(n.mark(), n.last(), n.count(), null, "refused", "", false))
                .toList();
        String id = Sha256.hex(host + "|blocked-attempt|" + day(day.get(0))).substring(0, 32);
        return chain(
                new Anchors(id, host, List.of()),
                CaseNumber.of(id, day(day.get(0))),
                "blocked-attempt",
                Status.STOPPED,
                Level.LOW,
                day,
                evidence,
                new Range(null, null, "", ""),
                Optional.empty(),
                Sentence.refused(host, day),
                decisions);
    }
}
