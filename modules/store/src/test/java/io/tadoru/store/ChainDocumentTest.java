package io.tadoru.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChainDocumentTest {
    @Test
    void whatPeopleDecidedCanBeSearched() {
        Map<String, Object> chain = Map.of(
                "id",
                "c1",
                "cases",
                List.of("T-2022-7K3F9QZ", "T-2022-0000000"),
                "acknowledged_by",
                "hanako",
                "closed_at",
                "2022-02-27T00:00:00Z",
                "disposition",
                "expected",
                "hidden",
                true,
                "allowed_by",
                List.of("A-1"),
                "reopened",
                true,
                "merged_into",
                "c2",
                "lines",
                4L);

        byte[] json = Objects.requireNonNull(ChainDocument.of(chain, 1).json());
        assertThat((Object) Json.read(json, Map.class)).isEqualTo(chain);
    }
}
