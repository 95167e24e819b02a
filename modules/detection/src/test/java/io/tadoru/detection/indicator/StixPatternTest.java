package io.tadoru.detection.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StixPatternTest {
    private static List<String> values(String pattern) {
        StixFound found = StixPattern.read(pattern);
        return found.values().stream().map(v -> v.type() + " " + v.value()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[ipv4-addr:value = '198.51.100.1'] | ip 198.51.100.1",
                "[ipv4-addr:value == '198.51.100.1'] | ip 198.51.100.1",
                "[ipv4-addr:value ISSUBSET '198.51.100.0/24'] | ip 198.51.100.0/24",
                "[ipv6-addr:value='2001:db8::1'] | ip 2001:db8::1",
                "[domain-name:value IN ('a.example', 'b.example')] | domain a.example,domain b.example",
                "[url:value = 'http://a.example/x' OR domain-name:value = 'a.example'] | url http://a.example/x,domain a.example",
                "[file:hashes.'SHA-256' = 'aa'] OR [file:hashes.MD5 = 'bb'] | sha256 aa,md5 bb",
                "[file:hashes.SHA256 = 'aa'] OR ([file:hashes.'SHA-1' = 'bb'] OR [file:hashes.sha1 = 'cc']) | sha256 aa,sha1 bb,sha1 cc",
                "[file:hashes.MD5 = 'aa' AND file:name = 'x.exe' AND file:size = 17] | md5 aa",
                "[(file:hashes.MD5 = 'aa' OR file:hashes.MD5 = 'bb') AND file:name LIKE '%.exe'] | md5 aa,md5 bb",
                "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '198.51.100.1' AND network-traffic:dst_port = 443] | ip 198.51.100.1",
                "[email-message:from_ref.value = 'a@a.example'] | sender a@a.example",
                "[email-message:sender_ref.value = 'a@a.example' or email-addr:value = 'b@a.example'] | sender a@a.example,sender b@a.example",
                "[url:value = 'http://a.example/it\\'s\\\\x'] | url http://a.example/it's\\x",
            })
    void exactValuesOfWhichEachIsEnoughAreFound(String pattern, String values) {
        assertThat(values(pattern)).containsExactly(values.split(","));
        assertThat(StixPattern.read(pattern).refused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[domain-name:value LIKE '%.example'] | LIKE",
                "[url:value MATCHES '^http'] | MATCHES",
                "[ipv4-addr:value != '198.51.100.1'] | !=",
                "[NOT ipv4-addr:value = '198.51.100.1'] | NOT",
                "[ipv4-addr:value NOT = '198.51.100.1'] | NOT",
                "[ipv4-addr:value NOT IN ('198.51.100.1')] | NOT",
                "[domain-name:value ISSUBSET 'a.example'] | ISSUBSET",
                "[file:name = 'x.exe'] | file:name",
                "[EXISTS file:name] | EXISTS",
                "[windows-registry-key:values[*].data = 'x'] | windows-registry-key:values[*].data",
                "[domain-name:value = 'a.example' AND url:value = 'http://a.example/'] | AND",
                "[url:value = 'http://a.example/' AND url:value = 'http://b.example/'] | AND",
                "[domain-name:value = 'a.example' AND domain-name:resolves_to_refs[*].value = '198.51.100.1'] | AND",
                "[domain-name:value = 'a.example'] AND [domain-name:value = 'b.example'] | AND of observations",
                "[domain-name:value = 'a.example'] FOLLOWEDBY [domain-name:value = 'b.example'] | FOLLOWEDBY",
                "[domain-name:value = 'a.example'] REPEATS 5 TIMES | REPEATS",
                "([domain-name:value = 'a.example']) WITHIN 30 SECONDS | WITHIN",
                "[domain-name:value = 'a.example'] START t'2022-02-26T00:00:00Z' STOP t'2022-02-27T00:00:00Z' | START",
                "[domain-name:value = 'a.example' | ']' is missing",
                "[domain-name:value = 'a.example]  | quote",
                "domain-name:value = 'a.example' | '(' is missing",
                "[] | word",
                "[domain-name:value = 'a.example'] trailing | end",
                "\"\" | missing",
            })
    void whatIsNotExactIsRefusedByName(String pattern, String named) {
        assertThat(values(pattern)).isEmpty();
        assertThat(StixPattern.read(pattern).refused())
                .singleElement()
                .asString()
                .contains(named);
    }

    @Test
    void ofAlternativesThoseOfUseAreTakenAndTheOthersNamed() {
        StixFound found = StixPattern.read("[file:name = 'x.exe' OR file:hashes.MD5 = 'aa'] OR [url:value LIKE 'x%']");
        assertThat(found.values()).hasSize(1);
        assertThat(found.refused()).hasSize(2);
    }

    @Test
    void anyTextIsReadInBoundedTimeAndDepth() {
        Random random = new Random(20220226);
        List<String> scraps = List.of(
                "[",
                "]",
                "(",
                ")",
                "'",
                "\\",
                " ",
                "=",
                "!",
                "AND ",
                "OR ",
                "NOT ",
                "file:hashes.",
                "'MD5'",
                "a:b[*]",
                "t'1'",
                "IN ",
                ",",
                "WITHIN 5 SECONDS",
                "FOLLOWEDBY",
                "\u0000",
                "\uD800",
                "ipv4-addr:value",
                "1.2");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder pattern = new StringBuilder();
            for (int n = random.nextInt(20); n >= 0; n--) {
                pattern.append(scraps.get(random.nextInt(scraps.size())));
            }
            StixFound found = StixPattern.read(pattern.toString());
            assertThat(found.values().size() + found.refused().size()).isPositive();
        }
        assertThat(StixPattern.read("(".repeat(100_000)).refused()).isNotEmpty();
        assertThat(StixPattern.read("[" + "(".repeat(100_000)).refused()).isNotEmpty();
        assertThat(StixPattern.read("[a:b = 'c' AND ".repeat(10_000)).refused()).isNotEmpty();
    }
}
