package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of others, and records that must match them. */
class SigmaHqTest {
    private static final Path SHARED =
            OwnRules.FOLDER.resolve("../../shared/sigma").normalize();

    @BeforeEach
    void isThere() {
        boolean there = Files.isDirectory(SHARED.resolve("rules"));
        if (!there) {
            System.out.println("SigmaHqTest skipped: " + SHARED + " is not there");
        }
        assumeTrue(there);
    }

    @Test
    void allAreReadAndRefusedAreOnlyThoseWithPlaceholders() {
        RuleSet rules = RuleSet.load(OwnRules.FOLDER, List.of(SHARED.resolve("rules")), false);
        assertThat(rules.rules()).hasSizeGreaterThan(1_800);
        assertThat(rules.refused()).allMatch(e -> e.reason().startsWith("placeholder"));
    }

    @Test
    void eachRuleMatchesOneOfItsRecords() throws IOException {
        RuleMatcher matcher = new RuleMatcher(RuleSet.load(OwnRules.FOLDER, List.of(SHARED.resolve("rules")), true));
        Set<String> wanted = new TreeSet<>();
        Set<String> met = new TreeSet<>();
        for (String line : Files.readAllLines(SHARED.resolve("regression.ndjson"))) {
            JsonNode record = Json.MAPPER.readTree(line);
            Map<String, String> logsource = new LinkedHashMap<>();
            record.get("logsource")
                    .properties()
                    .forEach(e -> logsource.put(e.getKey(), e.getValue().asText()));
            String rule = record.get("rule").asText();
            wanted.add(rule);
            List<Rule> matched = matcher.matched(event(record.get("event")), logsource);
            assertThat(matched).allMatch(r -> Route.fits(r.logsource(), logsource));
            matched.stream().map(r -> r.ref().id()).filter(rule::equals).forEach(met::add);
        }
        assertThat(met).isEqualTo(wanted).isNotEmpty();
    }

    private static Event event(JsonNode node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        node.properties().forEach(e -> fields.put(e.getKey(), Json.MAPPER.convertValue(e.getValue(), Object.class)));
        fields.put(Fields.TIMESTAMP, "2022-02-26T01:00:00Z");
        return Event.of(EventJson.flat(fields));
    }
}
