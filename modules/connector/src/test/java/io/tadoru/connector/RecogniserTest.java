package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A file is recognised by what its lines say. */
class RecogniserTest {
    private final ConnectorCatalog catalog = ConnectorCatalog.load(Samples.CONNECTORS);

    @TestFactory
    Stream<DynamicTest> everySampleIsRecognisedAsItsConnectors() {
        return catalog.folders().entrySet().stream()
                .flatMap(folder ->
                        SampleFile.in(
                                folder.getValue(), catalog.find(folder.getKey()).orElseThrow())
                                .stream())
                // such files are known by their first bytes; their records are of several programs, with a connector
                // each
                .filter(sample -> sample.connector().format().isEmpty())
                .map(sample -> DynamicTest.dynamicTest(
                        sample.connector().id() + ": " + sample.file().getFileName(), () -> recognised(sample)));
    }

    private void recognised(SampleFile sample) {
        assertThat(catalog.recognise(sample.lines()))
                .get()
                .extracting(Recognition::connector)
                .isEqualTo(sample.connector().id());
    }

    @Test
    void linesThatNobodyReadsAreNobodys() {
        assertThat(catalog.recognise(List.of("lorem ipsum", "dolor sit amet", "")))
                .isEmpty();
        assertThat(catalog.recognise(List.of())).isEmpty();
    }
}
