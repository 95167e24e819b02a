package io.tadoru.serve;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.tadoru.event.Json;
import io.tadoru.serve.api.Problem;
import io.tadoru.serve.api.Route;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: every request passes the host's name, the headers and the door before it reaches its route. */
final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long LARGEST_BODY = 64 * 1024;

    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    static WebServer start(ServeSettings settings, SafeHeaders headers, Door door, List<Route> routes) {
        HostNames names = new HostNames(settings);
        Javalin server = Javalin.create(config -> {
            bounded(config);
            config.routes.before(context -> {
                headers.add(context);
                checkHost(context, names);
            });
            config.routes.beforeMatched(door::check);
            routes.forEach(route -> add(config.routes, route));
            problems(config.routes);
        });
        server.start(settings.host(), settings.port());
        return new WebServer(server);
    }

    private static void bounded(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    private static void add(RoutesConfig routes, Route route) {
        routes.addHttpHandler(
                route.method(), route.path(), context -> route.answer().to(context), route.need());
    }

    private static void checkHost(Context context, HostNames names) {
        if (!names.allow(context.req().getServerName())) {
            throw Problem.of(421, "Misdirected", "This name is not one of ours; the setting serve.names adds names.");
        }
    }

    private static void problems(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> tell(context, problem));
        routes.exception(
                HttpResponseException.class,
                (e, context) -> tell(context, Problem.of(e.getStatus(), "Refused", "The request was refused.")));
        routes.exception(IOException.class, (e, context) -> {
            LOG.warn("{} could not be answered: {}", context.path(), e.toString());
            tell(context, Problem.of(503, "Not now", "What is asked cannot be looked up now; ask again later."));
        });
        routes.exception(Exception.class, (e, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), e);
            tell(context, Problem.of(500, "A fault of ours", "The log of the server says what happened."));
        });
        routes.error(404, context -> {
            if (!Problem.TYPE.equals(context.res().getContentType())) {
                tell(context, Problem.of(404, "Not found", "There is nothing under this address."));
            }
        });
    }

    private static void tell(Context context, Problem problem) {
        context.status(problem.status()).contentType(Problem.TYPE).result(Json.bytes(problem.document()));
        if (problem.status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
