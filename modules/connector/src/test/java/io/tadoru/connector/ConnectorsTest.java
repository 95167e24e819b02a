package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sample line beside every connector, against what it must become; {@code -Dtadoru.update=true} writes that anew. */
class ConnectorsTest {
    private final ConnectorCatalog catalog = ConnectorCatalog.load(Samples.CONNECTORS);

    @TestFactory
    Stream<DynamicTest> everySampleBecomesWhatItMust() {
        return Samples.all().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.connector() + ": " + sample.file().getFileName(), () -> check(sample)));
    }

    private void check(Samples sample) {
        List<String> told = told(sample);
        if (Boolean.getBoolean("tadoru.update")) {
            write(sample, told);
        }
        assertThat(told).isEqualTo(Samples.read(sample.expected()));
    }

    private List<String> told(Samples sample) {
        Connector connector = catalog.find(sample.connector()).orElseThrow();
        List<String> told = new ArrayList<>();
        for (String line : sample.lines()) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            told.add(Samples.told(connector.parse(sample.raw(told.size() + 1, bytes), Samples.TOKYO)));
        }
        return told;
    }

    private static void write(Samples sample, List<String> told) {
        try {
            Files.writeString(sample.expected(), String.join("\n", told) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
