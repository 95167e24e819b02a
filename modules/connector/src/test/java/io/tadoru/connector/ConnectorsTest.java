package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sample line beside every connector, against what it must become; {@code -Dtadoru.update=true} writes that anew. */
class ConnectorsTest {
    private final ConnectorCatalog catalog = ConnectorCatalog.load(Samples.CONNECTORS);

    @TestFactory
    Stream<DynamicTest> everySampleBecomesWhatItMust() {
        return samples()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.connector().id() + ": " + sample.file().getFileName(), () -> check(sample)));
    }

    @Test
    void everyConnectorHasSamplesAndAReadme() {
        catalog.folders().forEach((id, folder) -> {
            assertThat(SampleFile.in(folder, catalog.find(id).orElseThrow()))
                    .as(id)
                    .isNotEmpty();
            assertThat(folder.resolve("README.md")).isNotEmptyFile();
        });
    }

    private Stream<SampleFile> samples() {
        return catalog.folders().entrySet().stream()
                .flatMap(folder ->
                        SampleFile.in(
                                folder.getValue(), catalog.find(folder.getKey()).orElseThrow())
                                .stream());
    }

    private static void check(SampleFile sample) {
        if (Boolean.getBoolean("tadoru.update")) {
            sample.update();
        }
        assertThat(sample.expected()).isNotEmpty();
        assertThat(SampleDiff.of(sample)).isEmpty();
    }
}
