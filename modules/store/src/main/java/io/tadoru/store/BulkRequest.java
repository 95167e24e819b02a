package io.tadoru.store;

import io.tadoru.event.Json;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents in one prepared buffer: the client's own bulk sends each line as an HTTP chunk, at a fifth of the rate. */
final class BulkRequest {
    static final int LARGEST = 5 * 1024 * 1024;

    private BulkRequest() {}

    /** Pieces of at most {@link #LARGEST} bytes, in order; a document larger than that stands alone. */
    static List<List<Document>> pieces(List<Document> documents) {
        List<List<Document>> pieces = new ArrayList<>();
        int size = LARGEST + 1;
        for (Document document : documents) {
            size += document.size();
            if (size > LARGEST) {
                pieces.add(new ArrayList<>());
                size = document.size();
            }
            pieces.getLast().add(document);
        }
        return pieces;
    }

    static byte[] ndjson(List<Document> documents) {
        var out = new ByteArrayOutputStream(
                documents.stream().mapToInt(Document::size).sum() + 256);
        documents.forEach(d -> append(d, out));
        return out.toByteArray();
    }

    private static void append(Document document, ByteArrayOutputStream out) {
        byte[] json = document.json();
        line(Json.bytes(Map.of(json == null ? "delete" : "index", place(document))), out);
        if (json != null) {
            line(json, out);
        }
    }

    private static Map<String, Object> place(Document document) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("_index", document.index());
        place.put("_id", document.id());
        place.put("version", document.version());
        place.put("version_type", "external_gte");
        return place;
    }

    private static void line(byte[] bytes, ByteArrayOutputStream out) {
        out.writeBytes(bytes);
        out.write('\n');
    }
}
