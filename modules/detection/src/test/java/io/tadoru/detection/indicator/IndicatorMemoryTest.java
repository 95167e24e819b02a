package io.tadoru.detection.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Indicators;
import io.tadoru.event.Sha256;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What half a million indicators weigh; printed, and held to what a laptop can spare. */
class IndicatorMemoryTest {
    private static final int MANY = 500_000;
    private static final long MOST_BYTES = 150_000_000;

    @TempDir
    Path folder;

    @Test
    void halfAMillionFitIntoWhatALaptopCanSpare() throws IOException {
        measure("SHA-256", "value", i -> Sha256.hex("file " + i));
        measure(
                "URLs of 60 characters, each with its own time and name",
                "value,valid_from,name",
                i -> "http://host-%06d.example.org/path/%08x/invoice-%06d.doc,2022-02-%02dT%02d:%02d:%02dZ,Loader %d"
                        .formatted(i, i * 31, i, 1 + i % 28, i % 24, i % 60, i / 60 % 60, i));
    }

    private void measure(String what, String heading, IntFunction<String> row) throws IOException {
        Path file = folder.resolve("many.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(heading + ",more\n");
            for (int i = 0; i < MANY; i++) {
                out.write(row.apply(i) + ",x\n");
            }
        }
        long before = used();
        long start = System.nanoTime();
        Indicators all = Indicators.of(IndicatorFiles.load(List.of(file)).indicators());
        long millis = (System.nanoTime() - start) / 1_000_000;
        long bytes = used() - before;
        System.out.printf("%,d %s: %,d MB, read in %,d ms%n", all.size(), what, bytes / 1_000_000, millis);
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(all.size()).as("held till here").isEqualTo(MANY);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
