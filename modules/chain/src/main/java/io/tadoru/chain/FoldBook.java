package io.tadoru.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Folds a host's marks as they come, in bounded memory: of each class the {@value Weight#FOLDS_OF_A_CLASS} that weigh most.
 * A fold that was let go is never missed, for only heavier ones come in its place. Not thread-safe.
 */
public final class FoldBook {
    private final List<TreeMap<String, Fold>> classes = new ArrayList<>();
    private long marks;

    public FoldBook() {
        for (int i = 0; i < Weight.CLASSES; i++) {
            classes.add(new TreeMap<>());
        }
    }

    static List<Fold> folds(Collection<HostMark> marks) {
        FoldBook book = new FoldBook();
        marks.forEach(book::add);
        return book.heaviest();
    }

    public void add(HostMark m) {
        marks++;
        String rank = Weight.rank(m.mark(), Fold.key(m.mark()));
        TreeMap<String, Fold> own = classes.get(Weight.classOf(rank));
        own.merge(rank, Fold.of(m), (was, one) -> was.and(m));
        if (own.size() > Weight.FOLDS_OF_A_CLASS) {
            own.pollLastEntry();
        }
    }

    /** What is assembled. */
    public List<Fold> heaviest() {
        return classes.stream().flatMap(c -> c.values().stream()).toList();
    }

    /** How many marks it was given that {@link #heaviest} does not tell of. */
    public long beyond() {
        return marks - heaviest().stream().mapToLong(Fold::count).sum();
    }
}
