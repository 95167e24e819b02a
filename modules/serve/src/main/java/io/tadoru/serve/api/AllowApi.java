package io.tadoru.serve.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tadoru.chain.Allowed;
import io.tadoru.chain.Decision;
import io.tadoru.chain.Decision.Kind;
import io.tadoru.serve.decisions.DecisionLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is allowed until when, and who answers for it. */
final class AllowApi {
    private static final String PATH = "/allow";
    private static final Set<String> KNOWN = Set.of("allows", "host", "owner", "until", "text");
    private static final int ALLOWS_MOST = 2100;
    private static final Duration LONGEST = Duration.ofDays(2 * 366);

    private final DecisionLog log;
    private final Clock clock;

    AllowApi(DecisionLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::list),
                Route.decide(HandlerType.POST, PATH, this::allow),
                Route.decide(HandlerType.DELETE, PATH + "/{entry}", this::end));
    }

    private void list(Context context) throws IOException {
        Instant now = clock.instant();
        Answers.json(
                context,
                Map.of(
                        "allows",
                        log.allows().stream()
                                .map(entry -> DecisionJson.allowJson(entry, now))
                                .toList()));
    }

    private void allow(Context context) throws IOException {
        JsonBody body = JsonBody.of(context, KNOWN);
        Decision entry = new Decision(
                DecisionJson.id(),
                DecisionJson.allowId(),
                "",
                body.text("host", DecisionsApi.NAME_MOST),
                Kind.ALLOW,
                Callers.of(context).name(),
                now(),
                body.text("text", DecisionsApi.TEXT_MOST),
                body.needed("owner", DecisionsApi.NAME_MOST),
                allows(body),
                until(body));
        write(context, entry);
    }

    private static String allows(JsonBody body) {
        String text = body.needed("allows", ALLOWS_MOST);
        try {
            Allowed.parse(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw Problem.bad("allows is a kind and a value: " + e.getMessage() + ".");
        }
    }

    private Instant until(JsonBody body) {
        Instant until = body.time("until");
        Instant now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw Problem.bad("until lies in the future, and at most two years ahead.");
        }
        return until;
    }

    private void end(Context context) throws IOException {
        String id = context.pathParam("entry").toUpperCase(Locale.ROOT);
        Optional<Decision> entry =
                log.allows().stream().filter(e -> e.caseNumber().equals(id)).findFirst();
        write(
                context,
                entry.map(e -> ended(e, Callers.of(context).name()))
                        .orElseThrow(() -> Problem.of(404, "Not found", "There is no such entry.")));
    }

    /** The same entry, its end now. Of several the newest holds, so it is later than itself in any case. */
    private Decision ended(Decision entry, String by) {
        Instant now = now().isAfter(entry.at()) ? now() : entry.at().plusMillis(1);
        return new Decision(
                DecisionJson.id(),
                entry.caseNumber(),
                entry.chain(),
                entry.host(),
                entry.kind(),
                by,
                now,
                entry.text(),
                entry.assignee(),
                entry.allows(),
                now);
    }

    private void write(Context context, Decision entry) throws IOException {
        log.write(entry);
        Answers.json(context, 202, DecisionJson.allowJson(entry, clock.instant()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
