package io.tadoru.chain;

import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.event.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes chains of one definition and host out of nodes that are known to belong together. */
record ChainMaker(Definition definition, String host, Presence presence, Decisions decisions) {
    /** Accounts named in one chain. */
    private static final int USERS = 20;

    private static final Range NEVER = new Range(null, null, "", "");

    /** A chain named after one of its nodes. */
    Chain joined(List<Node> nodes, List<Integer> group, List<List<Edge>> atNodes, int anchor) {
        List<Node> members = group.stream().map(nodes::get).toList();
        Map<Integer, Edge> tree = Components.tree(anchor, atNodes);
        List<Evidence> evidence =
                group.stream().map(i -> evidence(nodes, i, tree)).toList();
        Mark first = nodes.get(anchor).mark();
        Anchors anchors = Anchors.of(Anchors.id(host, first), host, members, definition);
        return switch (definition.telling()) {
            case INFECTION, LATERAL -> infection(anchors, first, members, evidence);
            case ACCOUNT, IMPERSONATION, REFUSED -> noInfection(anchors, first, members, evidence);
        };
    }

    private Chain infection(Anchors anchors, Mark anchor, List<Node> members, List<Evidence> evidence) {
        Story story = new Story(members);
        Status status = story.status();
        return chain(
                anchors,
                anchor.time(),
                status,
                severity(status, story),
                members,
                evidence,
                story.infected(),
                story.quarantine().map(n -> n.mark().time()),
                definition.telling() == Definition.Telling.LATERAL
                        ? Sentence.entered(host, story, members, evidence)
                        : Sentence.of(host, story, members, evidence));
    }

    /** A stranger with an account, or mail in our names: nothing is said of any host's being infected. */
    private Chain noInfection(Anchors anchors, Mark anchor, List<Node> members, List<Evidence> evidence) {
        boolean account = definition.telling() == Definition.Telling.ACCOUNT;
        boolean used = account && members.stream().anyMatch(n -> n.speaksOutside() || n.logsOn());
        return chain(
                anchors,
                anchor.time(),
                used ? Status.ACTIVE : Status.SUSPECTED,
                account && !used ? Level.MEDIUM : definition.severity(),
                members,
                evidence,
                NEVER,
                Optional.empty(),
                account ? Sentence.misused(host, used, members) : Sentence.impersonated(host, members));
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
                n.folded(),
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

    /** Refused before anything ran: one chain for all of a day, not one each. */
    List<Chain> refused(List<Node> nodes) {
        Map<Instant, List<Node>> days = new LinkedHashMap<>();
        nodes.forEach(n -> days.computeIfAbsent(day(n), k -> new ArrayList<>()).add(n));
        return days.entrySet().stream()
                .map(d -> refused(d.getKey(), d.getValue()))
                .toList();
    }

    private static Instant day(Node n) {
        return n.mark()
                .time()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private Chain refused(Instant day, List<Node> members) {
        List<Evidence> evidence = members.stream()
                .map(n -> new Evidence(n.mark(), n.last(), n.count(), n.folded(), null, "refused", "", false))
                .toList();
        String id = Sha256.hex(host + "|" + definition.id() + "|" + day).substring(0, 32);
        return chain(
                new Anchors(id, host, List.of()),
                day,
                Status.STOPPED,
                definition.severity(),
                members,
                evidence,
                NEVER,
                Optional.empty(),
                Sentence.refused(host, members));
    }

    private Chain chain(
            Anchors anchors,
            Instant named,
            Status status,
            Level severity,
            List<Node> members,
            List<Evidence> evidence,
            Range infected,
            Optional<Instant> quarantined,
            Sentence sentence) {
        List<Evidence> kept = Kept.of(evidence, infected);
        return new Chain(
                anchors.own(),
                definition.id(),
                host,
                users(members),
                status,
                severity,
                members.get(0).mark().time(),
                members.stream().map(Node::last).max(Comparator.naturalOrder()).orElseThrow(),
                infected,
                quarantined.orElse(null),
                Contacts.of(members, quarantined.orElse(null)),
                LayerVerdict.of(members, presence),
                kept,
                count(evidence) - count(kept),
                sentence,
                anchors,
                CaseNumber.of(anchors.own(), named),
                new Decided(List.of(), decisions.allowing(members, definition), Instant.MIN));
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
}
