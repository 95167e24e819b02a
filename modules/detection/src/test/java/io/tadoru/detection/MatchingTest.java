package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
    private static final String BACKSLASHES = "C:\\Users\\taro\\a*b?c.exe";

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "f.x: abc ¦ abc ¦ true",
                "f.x: abc ¦ ABC ¦ true",
                "f.x: ÄÖ ¦ äö ¦ true",
                "f.x: abc ¦ abcd ¦ false",
                "f.x: 'a*' ¦ abcd ¦ true",
                "f.x: '*d' ¦ abcd ¦ true",
                "f.x: 'a*c*e' ¦ abcde ¦ true",
                "f.x: 'a*c*e' ¦ abcdef ¦ false",
                "f.x: 'a?c' ¦ abc ¦ true",
                "f.x: 'a?c' ¦ ac ¦ false",
                "f.x: 'a\\*c' ¦ a*c ¦ true",
                "f.x: 'a\\*c' ¦ abc ¦ false",
                "f.x: 'a\\?c' ¦ abc ¦ false",
                "f.x: 'a\\\\*' ¦ a\\bc ¦ true",
                "f.x: 'a\\b' ¦ a\\b ¦ true",
                "f.x: 'a\\\\b' ¦ a\\b ¦ true",
                "f.x: '\\\\\\\\fs\\share' ¦ \\\\fs\\share ¦ true",
                "f.x: '*' ¦ x ¦ true",
                "f.x|contains: bcd ¦ abcde ¦ true",
                "f.x|contains: 'b*d' ¦ abcde ¦ true",
                "f.x|contains: '\\T\\' ¦ C:\\T\\x ¦ true",
                "f.x|contains: bxd ¦ abcde ¦ false",
                "f.x|startswith: ab ¦ ABcde ¦ true",
                "f.x|startswith: bc ¦ abcde ¦ false",
                "f.x|endswith: '.exe' ¦ a.EXE ¦ true",
                "f.x|endswith: '.exe' ¦ a.exe.txt ¦ false",
                "f.x|contains|all: [ab, de] ¦ abcde ¦ true",
                "f.x|contains|all: [ab, xx] ¦ abcde ¦ false",
                "f.x|cased: Abc ¦ Abc ¦ true",
                "f.x|cased: Abc ¦ abc ¦ false",
                "f.x|contains|cased: Bc ¦ aBcd ¦ true",
                "f.x|re: 'b.d' ¦ abcde ¦ true",
                "f.x|re: '^b.d' ¦ abcde ¦ false",
                "f.x|re: 'B' ¦ abc ¦ false",
                "f.x|re|i: 'B' ¦ abc ¦ true",
                "f.x|cidr: 10.20.0.0/16 ¦ 10.20.30.142 ¦ true",
                "f.x|cidr: 10.20.0.0/16 ¦ 10.21.0.1 ¦ false",
                "f.x|cidr: 10.20.0.0/16 ¦ no address ¦ false",
                "f.x|cidr: 'fe80::/10' ¦ fe80::1 ¦ true",
                "f.x|cidr: 'fe80::/10' ¦ 10.0.0.1 ¦ false",
                "f.x|cidr: 198.51.100.23/32 ¦ 198.51.100.23 ¦ true",
                "f.x|cidr|expand: '%inside%' ¦ 192.168.1.1 ¦ true",
                "f.x|cidr|expand: '%inside%' ¦ 203.0.113.1 ¦ false",
                "f.x|expand: '%nobody%' ¦ 203.0.113.1 ¦ false",
                "f.x: 8080 ¦ 8080 ¦ true",
                "f.x: 8080 ¦ 18080 ¦ false",
                "f.x: 1.0 ¦ 1 ¦ true",
                "f.x|gt: 5 ¦ 6 ¦ true",
                "f.x|gt: 5 ¦ 5 ¦ false",
                "f.x|gte: 5 ¦ 5 ¦ true",
                "f.x|lt: 5 ¦ 10 ¦ false",
                "f.x|lte: 5 ¦ x ¦ false",
                "f.x|neq: abc ¦ abc ¦ false",
                "f.x|neq: abc ¦ abd ¦ true",
                "f.x|exists: true ¦ x ¦ true",
                "f.x|exists: false ¦ x ¦ false",
                "f.y|exists: false ¦ x ¦ true",
                "f.x: null ¦ x ¦ false",
                "f.y: null ¦ x ¦ true",
                "f.y: [null, a] ¦ x ¦ true",
                "f.x: [a, b] ¦ b ¦ true",
                "f.x: true ¦ true ¦ true",
                "f.x|contains|windash: ' -ma' ¦ d /ma x ¦ true",
                "f.x|contains|windash: ' -ma' ¦ d –ma x ¦ true",
                "f.x|contains|windash: '=-x' ¦ a=/x ¦ true",
                "f.x|contains|windash: 'a-x' ¦ a/x ¦ false",
                "f.x|utf16be|base64offset|contains: ab ¦ xAGEAYg== ¦ true",
                "f.x|re: '^a(?!b)' ¦ ac ¦ true",
                "f.x|re: '^a(?!b)' ¦ abc ¦ false",
                "f.x|hour: 1 ¦ 2022-02-26T01:02:11Z ¦ true",
                "f.x|hour|gte: 2 ¦ 2022-02-26T01:02:11Z ¦ false",
                "f.x|minute: 2 ¦ 2022-02-26T01:02:11Z ¦ true",
                "f.x|day: 26 ¦ 2022-02-26T01:02:11Z ¦ true",
                "f.x|week: 8 ¦ 2022-02-26T01:02:11Z ¦ true",
                "f.x|month: [1, 2] ¦ 2022-02-26T01:02:11Z ¦ true",
                "f.x|year|lt: 2022 ¦ 2022-02-26T01:02:11Z ¦ false",
                "f.x|day: 27 ¦ 2022-02-26T23:02:11-03:00 ¦ true",
                "f.x|day: 26 ¦ yesterday ¦ false",
                "f.x|fieldref: f.x ¦ abc ¦ true",
                "f.x|fieldref: f.y ¦ abc ¦ false",
                "f.x: '' ¦ x ¦ false",
                "f.y: '' ¦ x ¦ true",
                "'|contains|all': [word, here] ¦ a WORD here ¦ true",
                "'|re': 'w.rd' ¦ a word ¦ true",
                "f.x|contains|base64: foobar ¦ xZm9vYmFyx ¦ true",
                "f.x|contains|base64offset: 'http://' ¦ L2h0dHA6Ly9hYg== ¦ true",
                "f.x|contains|base64offset|wide: IEX ¦ aABJAEUAWAAgAA== ¦ true",
                "{f.x: abc, f.z: one} ¦ abc ¦ false",
                "[{f.x: no}, {f.x: abc}] ¦ abc ¦ true",
                "[word, other] ¦ a WORD here ¦ true",
                "[word, other] ¦ nothing ¦ false",
                "'|all': [word, here] ¦ a WORD here ¦ true",
                "'|all': [word, there] ¦ a WORD here ¦ false"
            })
    void matchesAsSigmaSays(String selection, String value, boolean expected) {
        Rule rule = Written.rule(
                "s: " + (selection.startsWith("{") || selection.startsWith("[") ? selection : "{" + selection + "}")
                        + "\ncondition: s");
        assertThat(rule.matches(Written.event("f.x", value))).isEqualTo(expected);
    }

    @Test
    void comparesNumbersHoweverTheEventHoldsThem() {
        Rule rule = Written.rule("s: {dst_port: [7080, 8080]}\ncondition: s");
        assertThat(List.of(8080L, "8080", 8080.0, 8080))
                .allMatch(p -> rule.matches(Written.event("destination.port", p)));
        assertThat(rule.matches(Written.event("destination.port", 443L))).isFalse();
    }

    @Test
    void anyValueOfAListCounts() {
        Rule rule = Written.rule("s: {f.x|endswith: .xlsm}\ncondition: s");
        assertThat(rule.matches(Written.event("f.x", List.of("a.txt", "b.XLSM"))))
                .isTrue();
        assertThat(rule.matches(Written.event("f.x", List.of()))).isFalse();
    }

    @Test
    void anyOfTheMappedFieldsCounts() {
        Rule rule = Written.rule("s: {c-uri|contains: b7}\ncondition: s");
        assertThat(rule.matches(Written.event("url.path", "/b7/x"))).isTrue();
        assertThat(rule.matches(Written.event("url.query", "b7"))).isFalse();
    }

    @Test
    void looksIntoWhatTheVendorSent() {
        Rule rule = Written.rule("s: {tadoru.vendor.utm.subtype: virus}\ncondition: s");
        Map<String, Object> nested = Map.of("utm", Map.of("subtype", "virus"));
        assertThat(rule.matches(Written.event("tadoru.vendor", nested))).isTrue();
        assertThat(rule.matches(Written.event("tadoru.vendor", Map.of("utm.subtype", "Virus"))))
                .isTrue();
        assertThat(rule.matches(Written.event("tadoru.vendor", Map.of("utm", "virus"))))
                .isFalse();
    }

    @Test
    void anEscapedWildcardIsItself() {
        Event event = Written.event("f.x", BACKSLASHES);
        assertThat(Written.rule("s: {f.x|contains: 'a\\*b\\?c'}\ncondition: s").matches(event))
                .isTrue();
        assertThat(Written.rule("s: {f.x|contains: 'a\\*c'}\ncondition: s").matches(event))
                .isFalse();
    }

    @Test
    void aRuleMeetsOnlyEventsOfItsLogsource() {
        Rule rule = Written.read(Written.head("proxy") + "detection: {s: {f.x: a}, condition: s}");
        assertThat(rule.matches(Written.event("f.x", "a", "tadoru.layer", "swg")))
                .isTrue();
        assertThat(rule.matches(Written.event("f.x", "a", "tadoru.layer", "mail")))
                .isFalse();
    }
}
