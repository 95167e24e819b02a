package io.tadoru.serve.api;

import io.tadoru.store.ChainQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** All that can be asked, joined. */
public final class Api {
    private Api() {}

    /** Every route of the API. */
    public static List<Route> routes(ChainQuestions questions, BooleanSupplier healthy) {
        ChainLookup lookup = new ChainLookup(questions);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new ChainsApi(questions, lookup).routes());
        routes.addAll(new AboutApi(healthy).routes());
        return List.copyOf(routes);
    }
}
