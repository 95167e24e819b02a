package io.tadoru.serve.api;

import io.javalin.http.Context;
import io.tadoru.casework.CaseMaterial;
import io.tadoru.casework.EcsLines;
import io.tadoru.casework.EvidencePackage;
import io.tadoru.casework.Timesketch;
import io.tadoru.store.CaseFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The files that one chain can be taken away as. Whole before the first byte leaves, so that none arrives in part. */
final class Exports {
    /** What packages say made them. */
    private static final String PROGRAM = "Tadoru 0.1.0";

    private static final String NDJSON = "application/x-ndjson";

    /** Makes one file. */
    private interface Maker {
        void write(Map<String, Object> chain, OutputStream out) throws IOException;
    }

    private final ChainLookup lookup;
    private final CaseFile file;

    Exports(ChainLookup lookup, CaseFile file) {
        this.lookup = lookup;
        this.file = file;
    }

    List<Route> routes() {
        return List.of(
                route("/export/timesketch.csv", "timesketch.csv", "text/csv; charset=utf-8", this::timesketchCsv),
                route("/export/timesketch.jsonl", "timesketch.jsonl", NDJSON, this::timesketchJsonl),
                route("/export/events.ndjson", "events.ndjson", NDJSON, this::events),
                route("/package", "package.zip", "application/zip", this::evidencePackage));
    }

    private Route route(String path, String name, String mediaType, Maker maker) {
        return Route.get("/chains/{chain}" + path, context -> send(context, name, mediaType, maker));
    }

    private void send(Context context, String name, String mediaType, Maker maker) throws IOException {
        ChainLookup.Found found = lookup.find(context.pathParam("chain"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        maker.write(found.chain(), out);
        context.header("Content-Disposition", "attachment; filename=\"" + stem(found) + "-" + name + "\"");
        context.contentType(mediaType).result(out.toByteArray());
    }

    /** Case numbers are made of letters, digits and hyphens, and nothing else gets into a header. */
    private static String stem(ChainLookup.Found found) {
        String stem = String.valueOf(found.chain().getOrDefault("case", found.id()));
        return stem.replaceAll("[^A-Za-z0-9-]", "_");
    }

    private void timesketchCsv(Map<String, Object> chain, OutputStream out) throws IOException {
        Writer text = text(out);
        Timesketch.csv(chain, file.timeline(chain), text);
        text.flush();
    }

    private void timesketchJsonl(Map<String, Object> chain, OutputStream out) throws IOException {
        Writer text = text(out);
        Timesketch.jsonl(chain, file.timeline(chain), text);
        text.flush();
    }

    private void events(Map<String, Object> chain, OutputStream out) throws IOException {
        Writer text = text(out);
        EcsLines.write(file.timeline(chain), text);
        text.flush();
    }

    private static Writer text(OutputStream out) {
        return new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    private void evidencePackage(Map<String, Object> chain, OutputStream out) throws IOException {
        EvidencePackage.write(CaseMaterial.of(file.material(chain), PROGRAM), out);
    }
}
