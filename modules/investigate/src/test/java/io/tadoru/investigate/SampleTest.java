package io.tadoru.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void linesComeFromAllOverHoweverManyThereAre() {
        Sample sample = new Sample();
        IntStream.range(0, 100_000).forEach(i -> sample.see(String.valueOf(i)));

        assertThat(sample.lines()).hasSizeBetween(25, 50).startsWith("0");
        assertThat(Integer.parseInt(sample.lines().get(sample.lines().size() - 1)))
                .isGreaterThan(90_000);
    }
}
