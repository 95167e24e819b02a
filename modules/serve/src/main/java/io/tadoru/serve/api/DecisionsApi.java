package io.tadoru.serve.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tadoru.chain.CaseNumber;
import io.tadoru.chain.Decision;
import io.tadoru.chain.Decision.Kind;
import io.tadoru.event.Instants;
import io.tadoru.serve.decisions.DecisionLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was decided about a chain, and deciding. */
final class DecisionsApi {
    static final int TEXT_MOST = 4000;
    static final int NAME_MOST = 200;
    private static final String PATH = "/chains/{chain}/decisions";
    private static final Set<String> KNOWN = Set.of("kind", "text", "assignee");

    private final ChainLookup lookup;
    private final DecisionLog log;
    private final Clock clock;

    DecisionsApi(ChainLookup lookup, DecisionLog log, Clock clock) {
        this.lookup = lookup;
        this.log = log;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::list), Route.decide(HandlerType.POST, PATH, this::decide));
    }

    private void decide(Context context) throws IOException {
        JsonBody body = JsonBody.of(context, KNOWN);
        Kind kind = kind(body.needed("kind", NAME_MOST));
        ChainLookup.Found found = lookup.find(context.pathParam("chain"));
        Decision decision = decision(found, kind, body, Callers.of(context).name());
        log.write(decision);
        Answers.json(context, 202, DecisionJson.json(decision));
    }

    private static Kind kind(String word) {
        return Kind.of(word)
                .filter(kind -> kind != Kind.ALLOW)
                .orElseThrow(() -> Problem.bad(
                        "kind is one of ack, assign, isolate, close, reopen, note, expected," + " false-positive."));
    }

    private Decision decision(ChainLookup.Found found, Kind kind, JsonBody body, String by) {
        String text = kind == Kind.NOTE ? body.needed("text", TEXT_MOST) : body.text("text", TEXT_MOST);
        return new Decision(
                DecisionJson.id(),
                caseNumber(found.chain()),
                found.id(),
                String.valueOf(found.chain().getOrDefault("host", "")),
                kind,
                by,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                text,
                kind == Kind.ASSIGN ? body.needed("assignee", NAME_MOST) : null,
                null,
                null);
    }

    /** Documents have it; those of before there were case numbers are given the one they would have. */
    private static String caseNumber(Map<String, Object> chain) {
        return chain.get("case") instanceof String number
                ? number
                : CaseNumber.of(
                        String.valueOf(chain.get("id")),
                        Instants.parse(String.valueOf(chain.get("first"))).orElse(Instant.EPOCH));
    }

    private void list(Context context) throws IOException {
        Map<String, Object> chain = lookup.find(context.pathParam("chain")).chain();
        List<Map<?, ?>> decisions = new ArrayList<>(inDocument(chain));
        Set<Object> there = decisions.stream().map(d -> (Object) d.get("id")).collect(Collectors.toSet());
        log.of(caseNumbers(chain)).stream()
                .filter(decision -> !there.contains(decision.id()))
                .map(DecisionsApi::pending)
                .forEach(decisions::add);
        Answers.json(context, Map.of("decisions", decisions));
    }

    private static List<Map<?, ?>> inDocument(Map<String, Object> chain) {
        List<Map<?, ?>> found = new ArrayList<>();
        if (chain.get("detail") instanceof Map<?, ?> detail && detail.get("decisions") instanceof List<?> list) {
            list.forEach(d -> {
                if (d instanceof Map<?, ?> decision) {
                    found.add(decision);
                }
            });
        }
        return found;
    }

    private static Set<String> caseNumbers(Map<String, Object> chain) {
        Set<String> numbers = new LinkedHashSet<>(Set.of(caseNumber(chain)));
        if (chain.get("cases") instanceof List<?> cases) {
            cases.forEach(number -> numbers.add(String.valueOf(number)));
        }
        return numbers;
    }

    /** Kept, and not yet in the chain's document. */
    private static Map<String, Object> pending(Decision decision) {
        Map<String, Object> json = new LinkedHashMap<>(DecisionJson.json(decision));
        json.put("pending", true);
        return json;
    }
}
