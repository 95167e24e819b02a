package io.tadoru.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tadoru.store.BulkResponse.Fate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkResponseTest {
    @Test
    void whatIsWrittenOrSupersededIsDone() {
        assertThat(fates(4, """
                        {"errors":true,"items":[{"index":{"status":201}},{"index":{"status":200}},
                        {"index":{"status":409,"error":{"type":"version_conflict_engine_exception","reason":"newer"}}},
                        {"delete":{"status":404}}]}""")).hasOnlyElementsOfType(Fate.Done.class);
    }

    @Test
    void whatIsTheClustersFaultIsSentAgain() {
        assertThat(fates(4, """
                        {"errors":true,"items":[
                        {"index":{"status":429,"error":{"type":"es_rejected_execution_exception","reason":"full"}}},
                        {"index":{"status":503,"error":{"type":"unavailable_shards_exception","reason":"away"}}},
                        {"index":{"status":403,"error":{"type":"cluster_block_exception","reason":"read only"}}},
                        {"index":{"status":400,"error":{"type":"validation_exception","reason":"too many shards"}}}]}""")).hasOnlyElementsOfType(Fate.Retry.class);
    }

    @Test
    void whatADocumentIsRefusedForIsTold() {
        assertThat(fates(1, """
                        {"errors":true,"items":[{"index":{"status":400,"error":{"type":"document_parsing_exception",
                        "reason":"failed to parse","caused_by":{"reason":"no date"}}}}]}"""))
                .containsExactly(new Fate.Refusal("document_parsing_exception: failed to parse (no date)"));
    }

    @Test
    void anAnswerToAnotherNumberOfDocumentsIsNotTaken() {
        assertThatThrownBy(() -> fates(2, "{\"items\":[]}")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Fate> fates(int sent, String json) {
        return BulkResponse.fates(json.getBytes(StandardCharsets.UTF_8), sent);
    }
}
