package io.tadoru.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkRequestTest {
    @Test
    void aBulkIsOneBufferOfLines() {
        byte[] json = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        var documents = List.of(new Document("i", "x", 5, json), Document.deletion("j", "x", 5));
        assertThat(new String(BulkRequest.ndjson(documents), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {"index":{"_index":"i","_id":"x","version":5,"version_type":"external_gte"}}
                        {"a":1}
                        {"delete":{"_index":"j","_id":"x","version":5,"version_type":"external_gte"}}
                        """);
    }

    @Test
    void aBatchIsCutIntoPiecesOfBoundedSizeInOrder() {
        var documents = Collections.nCopies(9, new Document("i", "x", 5, new byte[1024 * 1024]));
        assertThat(BulkRequest.pieces(documents)).extracting(List::size).containsExactly(4, 4, 1);
    }

    @Test
    void aDocumentLargerThanABulkGoesAlone() {
        var large = new Document("i", "x", 5, new byte[BulkRequest.LARGEST + 1]);
        var small = new Document("i", "y", 5, new byte[10]);
        assertThat(BulkRequest.pieces(List.of(small, large, small)))
                .containsExactly(List.of(small), List.of(large), List.of(small));
    }
}
