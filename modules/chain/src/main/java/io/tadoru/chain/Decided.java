package io.tadoru.chain;

import io.tadoru.detection.Level;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What people's decisions make of a chain: they say how it stands, never what happened. Closed or isolated is true up to the
 * moment it was decided; lines dated later make the chain what they tell again.
 *
 * @param all on this chain and on those merged into it, in order of time
 * @param allowedBy entries of the allow-list that hide it, empty when it is to be seen
 * @param last when its latest line is dated
 */
public record Decided(List<Decision> all, List<String> allowedBy, Instant last) {
    private static final int KEPT = 200;
    /** Encoded, in bytes, beside {@link Kept#BYTES} of evidence. */
    private static final int KEPT_BYTES = 64 * 1024;

    private static final int TEXT = 4000;
    private static final int NAME = 256;
    private static final Pattern CASE = Pattern.compile("T--?[0-9]{1,10}-[0-9A-Z]{7}");

    public Decided {
        all = List.copyOf(all);
        allowedBy = List.copyOf(allowedBy);
    }

    static Decided nothing() {
        return new Decided(List.of(), List.of(), Instant.MIN);
    }

    /** Those after which nothing was opened again. */
    private List<Decision> standing() {
        int from = all.stream().map(Decision::kind).toList().lastIndexOf(Decision.Kind.REOPEN) + 1;
        return all.subList(from, all.size()).stream()
                .filter(d -> closes(d) || isolates(d))
                .toList();
    }

    private boolean holds(Decision d) {
        return !last.isAfter(d.at());
    }

    private Optional<Decision> holding(Predicate<Decision> which) {
        return newest(standing(), which.and(this::holds));
    }

    private static Optional<Decision> newest(List<Decision> of, Predicate<Decision> which) {
        return of.stream().filter(which).reduce((earlier, later) -> later);
    }

    private static boolean isolates(Decision d) {
        return d.kind() == Decision.Kind.ISOLATE;
    }

    private static boolean closes(Decision d) {
        return switch (d.kind()) {
            case CLOSE, EXPECTED, FALSE_POSITIVE -> true;
            case ACK, ASSIGN, ISOLATE, REOPEN, NOTE, ALLOW -> false;
        };
    }

    /** How the chain stands, given what its lines tell. */
    public Status status(Status told) {
        return holding(d -> true)
                .map(d -> isolates(d) ? Status.ISOLATED : Status.CLOSED)
                .orElse(told);
    }

    /** How much it asks for attention. */
    public Level severity(Level told) {
        boolean quiet = !allowedBy.isEmpty() || status(Status.ACTIVE) == Status.CLOSED;
        return quiet ? Level.LOW : told;
    }

    /** It was closed or isolated, and then lines came that are dated later. */
    boolean reopened() {
        return !standing().isEmpty() && holding(d -> true).isEmpty();
    }

    /** The case numbers that people may know the chain by, its own first. */
    public List<String> cases(String own) {
        TreeSet<String> others = new TreeSet<>();
        all.stream()
                .map(Decision::caseNumber)
                .filter(c -> CASE.matcher(c).matches() && !c.equals(own))
                .forEach(others::add);
        List<String> cases = new ArrayList<>(List.of(own));
        cases.addAll(others);
        return cases;
    }

    /** The fields of a chain's document that tell of decisions; what is not so is absent. */
    Map<String, Object> document() {
        Map<String, Object> d = new LinkedHashMap<>();
        newest(all, x -> x.kind() == Decision.Kind.ACK).ifPresent(ack -> {
            d.put("acknowledged_by", name(ack.by()));
            d.put("acknowledged_at", ack.at().toString());
        });
        newest(all, x -> x.kind() == Decision.Kind.ASSIGN && x.assignee() != null)
                .ifPresent(x -> d.put("assignee", name(String.valueOf(x.assignee()))));
        holding(Decided::isolates).ifPresent(x -> d.put("isolated_at", x.at().toString()));
        holding(Decided::closes).ifPresent(x -> {
            d.put("closed_at", x.at().toString());
            d.put("closed_by", name(x.by()));
            d.put(
                    "disposition",
                    x.kind() == Decision.Kind.CLOSE ? "closed" : x.kind().text());
        });
        if (reopened()) {
            d.put("reopened", true);
        }
        if (!allowedBy.isEmpty()) {
            d.put("hidden", true);
            d.put("allowed_by", allowedBy.stream().limit(KEPT).toList());
        }
        return d;
    }

    /** The newest decisions, in order of time, as many as the document can carry. */
    List<Map<String, Object>> told() {
        List<Map<String, Object>> told = new ArrayList<>();
        int bytes = 0;
        for (Decision d : all.reversed().stream().limit(KEPT).toList()) {
            Map<String, Object> one = one(d);
            bytes += Json.bytes(one).length;
            if (bytes > KEPT_BYTES) {
                break;
            }
            told.add(one);
        }
        Collections.reverse(told);
        return told;
    }

    private static Map<String, Object> one(Decision d) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", name(d.id()));
        one.put("kind", d.kind().text());
        one.put("by", name(d.by()));
        one.put("at", d.at().toString());
        one.put("text", Excerpt.cut(d.text(), TEXT));
        if (d.assignee() != null) {
            one.put("assignee", name(d.assignee()));
        }
        return one;
    }

    private static String name(String text) {
        return Excerpt.cut(text, NAME);
    }
}
