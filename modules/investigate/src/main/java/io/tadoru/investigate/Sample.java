package io.tadoru.investigate;

import java.util.ArrayList;
import java.util.List;

/** Lines from all over an input that is read once: when there are too many, every second one goes. */
final class Sample {
    private static final int MOST = 50;

    private final List<String> lines = new ArrayList<>();
    private long seen;
    private long stride = 1;

    void see(String line) {
        if (seen++ % stride != 0) {
            return;
        }
        if (lines.size() == MOST) {
            thin();
        }
        if ((seen - 1) % stride == 0) {
            lines.add(line);
        }
    }

    private void thin() {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            kept.add(lines.get(i));
        }
        lines.clear();
        lines.addAll(kept);
        stride *= 2;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
