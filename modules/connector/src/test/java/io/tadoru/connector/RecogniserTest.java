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
        return Samples.all().stream()
                .filter(sample -> !hasFormat(sample))
                .map(sample -> DynamicTest.dynamicTest(
                        sample.connector(),
                        () -> assertThat(catalog.recognise(sample.lines()))
                                .get()
                                .extracting(Recognition::connector)
                                .isEqualTo(sample.connector())));
    }

    /** Such files are known by their first bytes; their records are of several programs, with a connector each. */
    private boolean hasFormat(Samples sample) {
        return catalog.find(sample.connector()).orElseThrow().format().isPresent();
    }

    @Test
    void linesThatNobodyReadsAreNobodys() {
        assertThat(catalog.recognise(List.of("lorem ipsum", "dolor sit amet", "")))
                .isEmpty();
        assertThat(catalog.recognise(List.of())).isEmpty();
    }
}
