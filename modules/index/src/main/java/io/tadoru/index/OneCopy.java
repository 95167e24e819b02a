package io.tadoru.index;

import io.tadoru.store.Copy;
import io.tadoru.store.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds that an id stands in one index only: what is written anew takes the place of copies under other dates. */
final class OneCopy {
    private OneCopy() {}

    /** The documents to write, and the deletions that go with them; a document older than a copy elsewhere is left out. */
    static List<Document> resolve(List<Document> documents, List<Copy> copies) {
        Map<String, List<Copy>> byId = copies.stream().collect(Collectors.groupingBy(Copy::id));
        List<Document> resolved = new ArrayList<>();
        documents.forEach(d -> resolve(d, elsewhere(d, byId), resolved));
        return resolved;
    }

    private static List<Copy> elsewhere(Document document, Map<String, List<Copy>> byId) {
        return byId.getOrDefault(document.id(), List.of()).stream()
                .filter(copy -> !copy.index().equals(document.index()))
                .toList();
    }

    private static void resolve(Document document, List<Copy> elsewhere, List<Document> resolved) {
        if (elsewhere.stream().noneMatch(copy -> copy.version() > document.version())) {
            resolved.add(document);
            elsewhere.forEach(c -> resolved.add(Document.deletion(c.index(), c.id(), document.version())));
        }
    }
}
