package io.tadoru.serve.api;

import io.tadoru.store.CaseFile;
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
    private final CaseFile file;

    CaseApi(ChainLookup lookup, CaseFile file) {
        this.lookup = lookup;
        this.file = file;
    }

    List<Route> routes() {
        return List.of(
                route("/timeline", file::timeline),
                route("/revisions", file::revisions),
                route("/spread", file::spread),
                route("/coverage", file::coverage));
    }

    private Route route(String path, Part part) {
        return Route.get("/chains/{chain}" + path, context -> {
            Map<String, Object> chain = lookup.find(context.pathParam("chain")).chain();
            Answers.json(context, part.of(chain));
        });
    }
}
