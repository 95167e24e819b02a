package io.tadoru.detection.sequence;

import java.util.List;
import java.util.function.Predicate;

/** Looks into sorted lists. */
final class Search {
    private Search() {}

    /** Where the first is that passes, of a list where all after one that passes pass too; its size when none does. */
    static <T> int first(List<T> sorted, Predicate<T> passes) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (passes.test(sorted.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
