package io.tadoru.serve.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What lies behind one chain: its time line, what was known when, who else met it, who was looking. */
final class CaseApi {
    /** A part of the case. */
    private interface Part {
        Map<String, Object> of(Map<String, Object> chain) throws IOException;
    }

    private final ChainLookup lookup;
    private final CaseSource source;

    CaseApi(ChainLookup lookup, CaseSource source) {
        this.lookup = lookup;
        this.source = source;
    }

    List<Route> routes() {
        return List.of(
                route("/timeline", source::timeline),
                route("/revisions", source::revisions),
                route("/spread", source::spread),
                route("/coverage", source::coverage));
    }

    private Route route(String path, Part part) {
        return Route.get("/chains/{chain}" + path, context -> {
            Map<String, Object> chain = lookup.find(context.pathParam("chain")).chain();
            Answers.json(context, part.of(chain));
        });
    }
}
