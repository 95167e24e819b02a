package io.tadoru.store;

import io.tadoru.event.Sha256;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one place of one index: the last form of an event, a chain or a reject before Elasticsearch.
 *
 * @param version written only where no higher version stands
 * @param json one line, or null to delete what stands there
 */
@SuppressWarnings("ArrayRecordComponent") // compared by index and id, never by equals
public record Document(String index, String id, long version, byte @Nullable [] json) {
    private static final int LONGEST_ID = 512;

    /** Checks what would otherwise make Elasticsearch refuse the whole request. */
    public Document {
        if (id.isEmpty() || id.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID) {
            throw new IllegalArgumentException("no id for a document: " + id);
        }
        version = Math.max(0, version);
    }

    /** Takes the place of what must go. */
    public static Document deletion(String index, String id, long version) {
        return new Document(index, id, version, null);
    }

    /** The text where Elasticsearch takes it as an id, else a hash of it. */
    public static String id(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return length > 0 && length <= LONGEST_ID ? text : Sha256.hex(text);
    }

    /** Its weight in a bulk request. */
    public int size() {
        return (json == null ? 0 : json.length) + index.length() + id.length() + 80;
    }
}
