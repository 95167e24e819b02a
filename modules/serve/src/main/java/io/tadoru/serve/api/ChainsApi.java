package io.tadoru.serve.api;

import io.javalin.http.Context;
import io.tadoru.chain.Status;
import io.tadoru.store.ChainQuestions;
import io.tadoru.store.ChainQuestions.Page;
import io.tadoru.store.ChainQuestions.Wanted;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of chains, and one chain. */
final class ChainsApi {
    private static final int LIMIT = 50;
    private static final int LIMIT_MOST = 500;
    private static final Set<String> KNOWN =
            Set.of("since", "until", "host", "user", "status", "severity", "hidden", "limit", "after");
    private static final Set<String> STATUSES = Stream.concat(
                    Arrays.stream(Status.values()).map(Status::text), Stream.of("merged"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SEVERITIES = Set.of("informational", "low", "medium", "high", "critical");

    private final ChainQuestions questions;
    private final ChainLookup lookup;

    ChainsApi(ChainQuestions questions, ChainLookup lookup) {
        this.questions = questions;
        this.lookup = lookup;
    }

    List<Route> routes() {
        return List.of(Route.get("/chains", this::list), Route.get("/chains/{chain}", this::one));
    }

    private void list(Context context) throws IOException {
        Page page = questions.list(wanted(Parameters.of(context, KNOWN)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("chains", page.chains().stream().map(ChainJson::of).toList());
        page.next().ifPresent(next -> answer.put("next", Cursor.text(next)));
        answer.put("hidden", page.hidden());
        Answers.json(context, answer);
    }

    static Wanted wanted(Parameters given) {
        return new Wanted(
                given.time("since"),
                given.time("until"),
                given.text("host"),
                given.text("user"),
                given.words("status", STATUSES),
                given.words("severity", SEVERITIES),
                given.flag("hidden"),
                given.number("limit", LIMIT, LIMIT_MOST),
                given.text("after").map(Cursor::position));
    }

    private void one(Context context) throws IOException {
        ChainLookup.Found found = lookup.find(context.pathParam("chain"));
        Map<String, Object> answer = ChainJson.of(found.chain());
        found.redirectedFrom().ifPresent(id -> answer.put("redirected_from", id));
        Answers.json(context, answer);
    }
}
