package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "^abc; abc",
                "a|bcd; ~~",
                "(a|bcd)ef; ef",
                "(?i)abc; ~~",
                "ab?cd; cd",
                "ab*; a",
                "ab+cd; ab",
                "ab{2}cd; cd",
                "\\d+ ulogd\\[\\d+\\]: ; ' ulogd['",
                "[^]a]xyz; xyz",
                "[]abc]xy; xy",
                "(?:a\\)b|[)x])defg; defg",
                "\"eventType\" *: *\"; ~\"eventType\"~",
                "a\\.b\\\\c; a.b\\c",
                "\\babc\\b; abc"
            })
    void findsWhatEveryMatchHolds(String pattern, String text) {
        String wanted = text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
        assertThat(Known.required(pattern)).isEqualTo(wanted);
    }

    /** Whatever the pattern finds without the text, it finds with it. */
    @Test
    void noSampleIsLostByIt() {
        ConnectorCatalog catalog = ConnectorCatalog.load(Samples.CONNECTORS);
        catalog.folders()
                .forEach((id, folder) -> SampleFile.in(folder, catalog.find(id).orElseThrow())
                        .forEach(sample -> sample.records().forEach(record -> {
                            String line = new String(record.bytes(), StandardCharsets.UTF_8);
                            for (Connector other : catalog.all()) {
                                for (Known known : other.plan().detect()) {
                                    Pattern pattern = known.pattern();
                                    if (!line.contains(known.text())) {
                                        assertThat(pattern.matcher(line).find())
                                                .as(pattern.pattern())
                                                .isFalse();
                                    }
                                }
                            }
                        })));
    }
}
