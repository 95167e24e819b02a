package io.tadoru.serve.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tadoru.serve.access.Need;
import java.io.IOException;

/** One thing that can be asked. */
public record Route(HandlerType method, String path, Need need, Answer answer) {
    /** Where the API begins. */
    public static final String BASE = "/api/v1";

    /** Answers it. */
    public interface Answer {
        /**
         * Writes the response.
         *
         * @throws Problem with what the caller should know
         * @throws IOException when Elasticsearch cannot answer
         */
        void to(Context context) throws IOException;
    }

    static Route get(String path, Answer answer) {
        return new Route(HandlerType.GET, BASE + path, Need.READ, answer);
    }

    static Route open(String path, Answer answer) {
        return new Route(HandlerType.GET, path, Need.NOTHING, answer);
    }

    static Route decide(HandlerType method, String path, Answer answer) {
        return new Route(method, BASE + path, Need.DECIDE, answer);
    }
}
