package io.tadoru.normalize.feed;

import io.tadoru.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * By what a server tells whether a copy is still its newest.
 *
 * @param etag empty where it gave none
 * @param modified likewise
 */
record Validators(String etag, String modified) {
    private static final Validators NONE = new Validators("", "");

    static Validators of(HttpHeaders headers) {
        return new Validators(
                headers.firstValue("ETag").orElse(""),
                headers.firstValue("Last-Modified").orElse(""));
    }

    /** Of the copy; none where there is no copy, or nobody wrote them down. */
    static Validators read(Path copy) {
        try {
            return Files.exists(copy) ? Json.read(Files.readAllBytes(beside(copy)), Validators.class) : NONE;
        } catch (IOException | UncheckedIOException e) {
            return NONE;
        }
    }

    void write(Path copy) throws IOException {
        Files.write(beside(copy), Json.bytes(this));
    }

    private static Path beside(Path copy) {
        return copy.resolveSibling("." + copy.getFileName() + ".validators");
    }

    void ask(HttpRequest.Builder request) {
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        if (!modified.isEmpty()) {
            request.header("If-Modified-Since", modified);
        }
    }
}
