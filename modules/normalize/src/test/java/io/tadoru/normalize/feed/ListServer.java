package io.tadoru.normalize.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server with lists, on loopback. */
final class ListServer implements AutoCloseable {
    private final HttpServer server;
    final Map<String, String> pages = new ConcurrentHashMap<>();
    final List<String> answers = new CopyOnWriteArrayList<>();

    ListServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String page = pages.get(path);
        String etag = page == null ? "" : "\"" + Sha256.hex(page) + "\"";
        int status =
                page == null ? 404 : etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match")) ? 304 : 200;
        answers.add(path + " " + status);
        exchange.getResponseHeaders().add("ETag", etag);
        byte[] body = status == 200 ? String.valueOf(page).getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        } catch (IOException e) {
            answers.add(path + " was not heard out");
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
