package io.tadoru.serve.api;

import io.tadoru.store.ChainQuestions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the chain that somebody means: by id, by the beginning of an id, by case number; follows merges. */
final class ChainLookup {
    private static final Pattern CASE = Pattern.compile("T-[0-9]{1,10}-[0-9A-Z]{7}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8,64}");
    private static final int HOPS = 16;

    /**
     * A chain that was found.
     *
     * @param redirectedFrom the id that was meant, when the chain has since been merged into this one
     */
    record Found(Map<String, Object> chain, Optional<String> redirectedFrom) {
        String id() {
            return String.valueOf(chain.get("id"));
        }
    }

    private final ChainQuestions questions;

    ChainLookup(ChainQuestions questions) {
        this.questions = questions;
    }

    /** The one chain that is meant; a problem when there is none or more than one. */
    Found find(String meant) throws IOException {
        Map<String, Found> found = new LinkedHashMap<>();
        for (String id : ids(meant)) {
            resolve(id).ifPresent(f -> found.merge(f.id(), f, ChainLookup::redirected));
        }
        return switch (found.size()) {
            case 0 -> throw Problem.noSuchChain();
            case 1 -> found.values().iterator().next();
            default -> throw ambiguous(new ArrayList<>(found.keySet()));
        };
    }

    /** A chain also names the numbers of those that it took in: whoever knows it by one of them is told. */
    private static Found redirected(Found a, Found b) {
        return a.redirectedFrom().isPresent() ? a : b;
    }

    private static Problem ambiguous(List<String> ids) {
        return Problem.of(409, "More than one", "More than one chain is meant: " + String.join(", ", ids) + ".")
                .with("chains", ids);
    }

    private List<String> ids(String meant) throws IOException {
        String number = meant.toUpperCase(Locale.ROOT);
        if (CASE.matcher(number).matches()) {
            return questions.idsByCase(number);
        }
        String id = meant.toLowerCase(Locale.ROOT);
        if (!ID.matcher(id).matches()) {
            return List.of();
        }
        return questions.byId(id).isPresent() ? List.of(id) : questions.idsByPrefix(id);
    }

    private Optional<Found> resolve(String id) throws IOException {
        Optional<Map<String, Object>> chain = questions.byId(id);
        Set<String> seen = new HashSet<>(Set.of(id));
        for (int hop = 0; hop < HOPS; hop++) {
            Optional<String> next = chain.flatMap(ChainLookup::mergedInto).filter(seen::add);
            Optional<Map<String, Object>> target = next.isPresent() ? questions.byId(next.get()) : Optional.empty();
            if (target.isEmpty()) {
                break;
            }
            chain = target;
        }
        return chain.map(c -> new Found(c, Optional.of(id).filter(from -> !from.equals(c.get("id")))));
    }

    private static Optional<String> mergedInto(Map<String, Object> chain) {
        return chain.get("merged_into") instanceof String id && !id.isEmpty() ? Optional.of(id) : Optional.empty();
    }
}
