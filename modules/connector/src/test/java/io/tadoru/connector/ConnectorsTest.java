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
        var all = DynamicTest.dynamicTest(
                "all records", () -> assertThat(is).isNotEmpty().hasSameSizeAs(must));
        return Stream.concat(
                Stream.of(all),
                IntStream.range(0, Math.min(is.size(), must.size()))
                        .mapToObj(i -> record(i + 1, must.get(i), is.get(i))));
    }

    private static DynamicTest record(int number, String must, String is) {
        return DynamicTest.dynamicTest(
                "record " + number,
                () -> assertThat(SampleDiff.fields(must, is)).isEmpty());
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
