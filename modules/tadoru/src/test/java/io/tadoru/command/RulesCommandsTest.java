package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.Tadoru;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The commands for those who write rules, as typed. */
@Isolated("it looks at what is printed on standard output")
class RulesCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final String RULES = "--set=rules.directory=" + ROOT.resolve("rules");
    private static final String RULE = """
            title: Much fetched
            id: 00000000-0000-4000-8000-000000000001
            level: low
            tags: [attack.execution]
            logsource: {category: proxy}
            detection:
              selection:
                c-uri|contains: '/bad/'
              filter:
                cs-method: HEAD
              condition: selection and not filter
            """;

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... words) {
        return Tadoru.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(words);
    }

    /** For commands whose lines may be very many and go straight out. */
    private String printed(int code, String... words) {
        PrintStream before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(run(words)).isEqualTo(code);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void ourOwnRulesAreAllUsable() {
        assertThat(run("rules", "check", "--strict", RULES)).isZero();
        assertThat(said.toString()).contains(" rules can be used, 0 ask for what cannot be had here, 0 are wrong");
    }

    @Test
    void whatIsRefusedIsTold() throws IOException {
        String good = file("good.yml", RULE);
        String missing = file("missing.yml", RULE.replace("0001", "0002").replace("c-uri", "NoSuchField"));
        assertThat(run("rules", "check", good, missing, RULES)).isZero();
        assertThat(run("rules", "check", "--strict", good, missing, RULES)).isEqualTo(1);
        assertThat(said.toString())
                .contains("field 'NoSuchField'", "missing.yml:8", "1 rules can be used, 1 ask for what cannot be had");
    }

    @Test
    void whatIsWrongFailsTheCheckWithFileAndLine() throws IOException {
        String wrong = file("wrong.yml", RULE.replace("contains", "holds"));
        assertThat(run("rules", "check", "-v", wrong, RULES)).isEqualTo(1);
        assertThat(said.toString()).contains("wrong.yml:8: modifier 'holds' is not known");
    }

    @Test
    void chainDefinitionsAreCheckedToo() throws IOException {
        assertThat(run("rules", "check", RULES)).isZero();
        assertThat(said.toString()).contains("5 chain definitions can be used, 0 folders have mistakes");

        Path chains = Files.createDirectories(folder.resolve("chains"));
        Files.writeString(
                chains.resolve("mine.yml"),
                "id: mine\ntitle: Mine\norder: 1\ntells: infection\nseverity: high\nanchors: [{stages: [nonsense]}]\n");
        assertThat(run("rules", "check", chains.toString(), RULES)).isEqualTo(1);
        assertThat(said.toString()).contains("mine.yml: no such stage: nonsense");
    }

    @Test
    void listNamesLevelStageAndTitle() {
        assertThat(run("rules", "list", "--level", "HIGH", RULES)).isZero();
        assertThat(said.toString()).contains("LEVEL", "initial-access", "Mail with a script as attachment");
        assertThat(said.toString().lines().skip(1)).noneMatch(line -> line.startsWith("low"));
    }

    @Test
    void testExplainsWhichPartFailed() throws IOException {
        String rule = file("rule.yml", RULE);
        String events = file("events.ndjson", """
                {"@timestamp": "2022-02-26T01:00:00Z", "tadoru.layer": "swg", "url.full": "http://a/bad/x", "http.request.method": "GET"}
                {"@timestamp": "2022-02-26T01:00:00Z", "tadoru.layer": "swg", "url.full": "http://a/good/x"}
                """);
        assertThat(run("rules", "test", rule, events, RULES)).isEqualTo(1);
        assertThat(said.toString())
                .contains("line 1: matches", "line 2: does not match")
                .contains("no   selection", "c-uri|contains: /bad/ (url.full is 'http://a/good/x')")
                .contains("cs-method: HEAD (the event has no http.request.method)");
    }

    @Test
    void testReadsLinesByAConnector() throws IOException {
        String rule = file("rule.yml", RULE);
        String log = file(
                "access.log",
                "1645837323.120 45 10.1.2.3 TCP_MISS/200 48 GET http://files.example.net/bad/a - HIER_DIRECT/192.0.2.4 text/html\n");
        String connectors = "--set=connectors.directory=" + ROOT.resolve("connectors");
        assertThat(run("rules", "test", rule, log, "--connector", "squid", RULES, connectors))
                .isZero();
        assertThat(said.toString()).contains("line 1: matches");
    }

    @Test
    void matchTriesNoRuleOfAnotherLogsource() throws IOException {
        String rule = file("rule.yml", RULE);
        String records = file("records.ndjson", """
                {"logsource": {"category": "proxy"}, "event": {"c-uri": "http://a/bad/x", "cs-method": "GET"}}
                {"logsource": {"category": "webserver"}, "event": {"c-uri": "http://a/bad/x"}}
                no json
                """);
        assertThat(printed(1, "rules", "match", "--rules", rule, "--fields", "sigma", records, RULES)
                        .lines())
                .containsExactly(
                        "{\"matched\":[\"00000000-0000-4000-8000-000000000001\"]}",
                        "{\"matched\":[]}",
                        "{\"matched\":[],\"error\":\"is no JSON object\"}");
    }

    @Test
    void correlatePrintsKeysAndEvents() throws IOException {
        String sequence = file("case.json", """
                {"by": ["host"], "maxspan": "PT10S", "steps": [
                  {"match": [{"field": "kind", "op": "eq", "value": "a"}]},
                  {"match": [{"field": "kind", "op": "eq", "value": "b"}]}]}
                """);
        String events = file("events.ndjson", """
                {"event.id": "2", "@timestamp": "2022-02-26T01:00:02Z", "kind": "b", "host": 1}
                {"event.id": "1", "@timestamp": "2022-02-26T01:00:01Z", "kind": "a", "host": 1.0}
                {"event.id": "1", "@timestamp": "2022-02-26T01:00:01Z", "kind": "a", "host": 1.0}
                """);
        assertThat(printed(0, "correlate", "--case", sequence, "--input", events)
                        .lines())
                .containsExactly("{\"keys\":[1],\"events\":[\"1\",\"2\"]}");
    }

    @Test
    void correlateSaysWhatIsWrongWithFileAndLine() throws IOException {
        String sequence = file("case.json", "{\"steps\": [{\"match\": []}]}");
        String events = file("events.ndjson", "{\"event.id\": \"1\", \"@timestamp\": \"yesterday\"}\n");
        assertThat(run("correlate", "--case", sequence, "--input", events)).isEqualTo(1);
        assertThat(said.toString()).contains("events.ndjson:1: 'yesterday' is no RFC 3339 instant");
        assertThat(run("correlate", "--case", sequence)).isEqualTo(2);
    }
}
