package io.tadoru.serve.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The files that one chain can be taken away as. Whole before the first byte leaves, so that none arrives in part. */
final class Exports {
    private static final String NDJSON = "application/x-ndjson";

    /** Makes one file. */
    private interface Writer {
        void write(Map<String, Object> chain, OutputStream out) throws IOException;
    }

    private final ChainLookup lookup;
    private final CaseSource source;

    Exports(ChainLookup lookup, CaseSource source) {
        this.lookup = lookup;
        this.source = source;
    }

    List<Route> routes() {
        return List.of(
                route("/export/timesketch.csv", "timesketch.csv", "text/csv; charset=utf-8", this::timesketchCsv),
                route("/export/timesketch.jsonl", "timesketch.jsonl", NDJSON, this::timesketchJsonl),
                route("/export/events.ndjson", "events.ndjson", NDJSON, this::events),
                route("/package", "package.zip", "application/zip", this::evidencePackage));
    }

    private Route route(String path, String file, String mediaType, Writer writer) {
        return Route.get("/chains/{chain}" + path, context -> send(context, file, mediaType, writer));
    }

    private void send(Context context, String file, String mediaType, Writer writer) throws IOException {
        ChainLookup.Found found = lookup.find(context.pathParam("chain"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(found.chain(), out);
        context.header("Content-Disposition", "attachment; filename=\"" + name(found) + "-" + file + "\"");
        context.contentType(mediaType).result(out.toByteArray());
    }

    /** Case numbers are made of letters, digits and hyphens, and nothing else gets into a header. */
    private static String name(ChainLookup.Found found) {
        String name = String.valueOf(found.chain().getOrDefault("case", found.id()));
        return name.replaceAll("[^A-Za-z0-9-]", "_");
    }

    private void timesketchCsv(Map<String, Object> chain, OutputStream out) throws IOException {
        source.timeline(chain);
        throw StoredCase.notYet();
    }

    private void timesketchJsonl(Map<String, Object> chain, OutputStream out) throws IOException {
        source.timeline(chain);
        throw StoredCase.notYet();
    }

    private void events(Map<String, Object> chain, OutputStream out) throws IOException {
        source.timeline(chain);
        throw StoredCase.notYet();
    }

    private void evidencePackage(Map<String, Object> chain, OutputStream out) throws IOException {
        source.timeline(chain);
        throw StoredCase.notYet();
    }
}
