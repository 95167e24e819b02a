package io.tadoru.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tadoru.event.Json;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RevisionDocumentTest {
    @Test
    void itTellsInBriefWhatTheRevisionSaidAndStandsUnderItsOwnNumber() {
        Document document = RevisionDocument.of(
                Map.of(
                        "id", "c1",
                        "case", "T-2022-7K3F9QZ",
                        "revision", 3,
                        "status", "closed",
                        "brought_by", "decision",
                        "lines", 4,
                        "detail", Map.of("evidence", "much"),
                        "users", "taro"),
                7);

        assertThat(document.index()).isEqualTo("tadoru-revisions");
        assertThat(document.id()).isEqualTo("c1#3");
        assertThat(document.version()).isEqualTo(7);
        assertThat((Object) Json.read(Objects.requireNonNull(document.json()), Map.class))
                .isEqualTo(Map.of(
                        "chain", "c1",
                        "case", "T-2022-7K3F9QZ",
                        "revision", 3L,
                        "status", "closed",
                        "brought_by", "decision",
                        "lines", 4L));
    }

    @Test
    void withoutAChainOrANumberItIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> RevisionDocument.of(Map.of("id", "c1"), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> RevisionDocument.of(Map.of("revision", 1), 1));
    }
}
