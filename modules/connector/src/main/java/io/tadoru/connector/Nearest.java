package io.tadoru.connector;

import java.util.Collection;
import java.util.Comparator;

/** Finds the word that somebody meant: the one with the fewest edits, if they are few. */
final class Nearest {
    private Nearest() {}

    /** The nearest of the words, or the empty text. */
    static String to(String typed, Collection<String> words) {
        return words.stream()
                .filter(word -> edits(typed, word) <= Math.max(2, word.length() / 4))
                .min(Comparator.comparingInt(word -> edits(typed, word)))
                .orElse("");
    }

    private static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            above = row(a.charAt(i - 1), i, b, above);
        }
        return above[b.length()];
    }

    private static int[] row(char c, int i, String b, int[] above) {
        int[] row = new int[b.length() + 1];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int changed = above[j - 1] + (c == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
        }
        return row;
    }
}
