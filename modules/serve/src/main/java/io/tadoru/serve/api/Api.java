package io.tadoru.serve.api;

import io.tadoru.serve.decisions.DecisionLog;
import io.tadoru.store.CaseFile;
import io.tadoru.store.ChainQuestions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** All that can be asked, joined. */
public final class Api {
    private Api() {}

    /** Every route of the API. */
    public static List<Route> routes(
            ChainQuestions questions, CaseFile file, DecisionLog decisions, BooleanSupplier healthy) {
        Clock clock = Clock.systemUTC();
        ChainLookup lookup = new ChainLookup(questions);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new ChainsApi(questions, lookup).routes());
        routes.addAll(new CaseApi(lookup, file).routes());
        routes.addAll(new Exports(lookup, file).routes());
        routes.addAll(new DecisionsApi(lookup, decisions, clock).routes());
        routes.addAll(new AllowApi(decisions, clock).routes());
        routes.addAll(new AboutApi(healthy).routes());
        return List.copyOf(routes);
    }
}
