package io.tadoru.command;

import io.tadoru.casework.Escape;
import io.tadoru.event.Excerpt;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows under headings, as wide as their widest cell; nothing in a cell can steer the terminal. */
final class Table {
    private static final int WIDEST = 60;

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    void add(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Excerpt.cut(Escape.terminal(cell), WIDEST));
        }
        rows.add(row);
    }

    void print(PrintWriter out) {
        rows.forEach(row -> out.println(line(row)));
        out.flush();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).repeat(" ", width(i) - columns(row.get(i)) + 2);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> columns(row.get(column))).max().orElse(0);
    }

    /** Japanese characters take two columns. */
    private static int columns(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    private static boolean wide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0x1f300 && c <= 0x3fffd);
    }
}
