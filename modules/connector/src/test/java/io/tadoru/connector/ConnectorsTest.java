package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sample line beside every connector, against what it must become; {@code -Dtadoru.update=true} writes that anew. */
class ConnectorsTest {
    private final ConnectorCatalog catalog = ConnectorCatalog.load(Samples.CONNECTORS);

    @TestFactory
    Stream<DynamicNode> everySampleBecomesWhatItMust() {
        return samples()
                .map(sample -> DynamicContainer.dynamicContainer(
                        sample.connector().id() + ": " + sample.file().getFileName(), records(sample)));
    }

    private static Stream<DynamicTest> records(SampleFile sample) {
        if (Boolean.getBoolean("tadoru.update")) {
            sample.update();
        }
        List<String> must = sample.expected();
        List<String> is = sample.told();
        assertThat(is).as(sample.file().toString()).isNotEmpty().hasSameSizeAs(must);
        return IntStream.range(0, is.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        "record " + (i + 1),
                        () -> assertThat(SampleDiff.fields(must.get(i), is.get(i)))
                                .isEmpty()));
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
}
