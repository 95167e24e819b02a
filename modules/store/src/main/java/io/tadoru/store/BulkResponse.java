package io.tadoru.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Elasticsearch said to a bulk, document by document in the order sent. */
final class BulkResponse {
    /** Without it the answer is larger than the question. Statuses of successes stay, for items are told by position. */
    static final String FILTER =
            "errors,items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by.reason";

    /** Refusals with status 400 that say something about the cluster, not about the document. */
    private static final Set<String> PASSING = Set.of("validation_exception", "cluster_block_exception");

    /** What becomes of a document. */
    sealed interface Fate {
        /** It stands there, or something newer does. */
        record Done() implements Fate {}

        /** To be sent again. */
        record Retry(String reason) implements Fate {}

        /** Will never be taken. */
        record Refusal(String reason) implements Fate {}
    }

    private BulkResponse() {}

    /**
     * Reads the answer.
     *
     * @throws IllegalArgumentException when it tells of another number of documents than were sent
     */
    static List<Fate> fates(byte[] response, int sent) {
        List<Fate> fates = new ArrayList<>(sent);
        for (JsonNode item : Json.read(response, JsonNode.class).path("items")) {
            fates.add(fate(item.path("index").isMissingNode() ? item.path("delete") : item.path("index")));
        }
        if (fates.size() != sent) {
            throw new IllegalArgumentException(sent + " documents sent, answers to " + fates.size());
        }
        return fates;
    }

    private static Fate fate(JsonNode item) {
        int status = item.path("status").asInt();
        JsonNode error = item.path("error");
        if (done(status, error)) {
            return new Fate.Done();
        }
        boolean own = status == 400 && !PASSING.contains(error.path("type").asText());
        return own ? new Fate.Refusal(reason(error)) : new Fate.Retry(status + " " + reason(error));
    }

    /** 409: a newer one stands there. 404 without an error: there was nothing to delete. */
    private static boolean done(int status, JsonNode error) {
        return status == 200 || status == 201 || status == 409 || (status == 404 && error.isMissingNode());
    }

    private static String reason(JsonNode error) {
        String cause = error.path("caused_by").path("reason").asText();
        String reason =
                error.path("type").asText() + ": " + error.path("reason").asText();
        String whole = cause.isEmpty() ? reason : reason + " (" + cause + ")";
        return Excerpt.cut(whole, 1000);
    }
}
