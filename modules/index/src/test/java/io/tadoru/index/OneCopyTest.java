package io.tadoru.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.store.Copy;
import io.tadoru.store.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneCopyTest {
    private static final Document NEW = new Document("day", "a", 5, new byte[0]);

    @Test
    void aCopyUnderAnotherDateGoesWithTheSameBulk() {
        var resolved = OneCopy.resolve(List.of(NEW), List.of(new Copy("elsewhen", "a", 5), new Copy("x", "b", 1)));
        assertThat(resolved).containsExactly(NEW, Document.deletion("elsewhen", "a", 5));
    }

    @Test
    void theCopyInItsOwnPlaceIsOverwrittenNotDeleted() {
        assertThat(OneCopy.resolve(List.of(NEW), List.of(new Copy("day", "a", 4))))
                .containsExactly(NEW);
    }

    @Test
    void aDocumentOlderThanACopyElsewhereIsLeftOut() {
        assertThat(OneCopy.resolve(List.of(NEW), List.of(new Copy("elsewhen", "a", 6))))
                .isEmpty();
    }

    @Test
    void ofOneIdOnlyTheNewestOfABatchIsSent() {
        var older = new Document("other", "a", 4, new byte[0]);
        var equal = new Document("day", "a", 5, new byte[1]);
        assertThat(Newest.of(List.of(NEW, older))).containsExactly(NEW);
        assertThat(Newest.of(List.of(NEW, equal))).containsExactly(equal);
    }
}
