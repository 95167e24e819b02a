package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in a connector is told with its file and line, what was found, what was expected and the nearest word. */
class MistakesTest {
    private static final String SOUND = """
            vendor: Example
            product: Example
            layer: swg
            detect: '^example '
            read:
              - dissect: '%{time} %{client} %{code}'
            map:
              '@timestamp': {from: time, as: epoch s}
              source.ip: client
            classify:
              - when: {code: DENIED}
                set: {tadoru.verdict: blocked, event.category: web}
            observe:
              - {ip: source.ip, strength: lease}
            """;

    @TempDir
    Path folder;

    private ConnectorException mistake(String right, String wrong) throws IOException {
        assertThat(SOUND).contains(right);
        Path file = Files.createDirectories(folder.resolve("example")).resolve("connector.yml");
        Files.writeString(file, SOUND.replace(right, wrong));
        ConnectorException mistake =
                catchThrowableOfType(ConnectorException.class, () -> ConnectorCatalog.load(folder));
        assertThat(mistake.file()).isEqualTo(file);
        return mistake;
    }

    @Test
    void theSoundOneLoads() throws IOException {
        Path file = Files.createDirectories(folder.resolve("example")).resolve("connector.yml");
        Files.writeString(file, SOUND);
        assertThat(ConnectorCatalog.load(folder).find("example")).isPresent();
    }

    @Test
    void anUnknownSectionIsToldWithTheNearestWord() throws IOException {
        ConnectorException mistake = mistake("classify:", "clasify:");
        assertThat(mistake.line()).isEqualTo(10);
        assertThat(mistake)
                .hasMessageContaining("found \"clasify\"")
                .hasMessageEndingWith("did you mean \"classify\"?");
    }

    @Test
    void anUnknownFieldIsToldWithTheNearestWord() throws IOException {
        ConnectorException mistake = mistake("source.ip: client", "source.iip: client");
        assertThat(mistake.line()).isEqualTo(9);
        assertThat(mistake).hasMessageEndingWith("did you mean \"source.ip\"?");
    }

    @Test
    void anUnknownConverterIsToldWithTheNearestWord() throws IOException {
        ConnectorException mistake = mistake("as: epoch s", "as: epoc s");
        assertThat(mistake.line()).isEqualTo(8);
        assertThat(mistake).hasMessageContaining("found \"epoc s\"").hasMessageEndingWith("did you mean \"epoch s\"?");
    }

    @Test
    void anUnknownKeyOfASourceIsTold() throws IOException {
        ConnectorException mistake = mistake("{from: time, as", "{form: time, as");
        assertThat(mistake.line()).isEqualTo(8);
        assertThat(mistake).hasMessageContaining("found \"form\"").hasMessageEndingWith("did you mean \"from\"?");
    }

    @Test
    void aVerdictThatThereIsNotIsTold() throws IOException {
        ConnectorException mistake = mistake("tadoru.verdict: blocked", "tadoru.verdict: bloked");
        assertThat(mistake.line()).isEqualTo(12);
        assertThat(mistake).hasMessageContaining("passed").hasMessageEndingWith("did you mean \"blocked\"?");
    }

    @Test
    void aCategoryThatEcsDoesNotHaveIsTold() throws IOException {
        assertThat(mistake("event.category: web", "event.category: wb")).hasMessageEndingWith("did you mean \"web\"?");
    }

    @Test
    void aLayerThatThereIsNotIsTold() throws IOException {
        assertThat(mistake("layer: swg", "layer: swgg"))
                .hasMessageContaining(":3: ")
                .hasMessageEndingWith("\"swg\"?");
    }

    @Test
    void aStrengthThatThereIsNotIsTold() throws IOException {
        assertThat(mistake("strength: lease", "strength: leese")).hasMessageEndingWith("did you mean \"lease\"?");
    }

    @Test
    void aBrokenPatternIsTold() throws IOException {
        ConnectorException mistake = mistake("'^example '", "'^(example '");
        assertThat(mistake.line()).isEqualTo(4);
        assertThat(mistake).hasMessageContaining("a pattern of RE2");
    }

    @Test
    void anOpenNameInADissectIsTold() throws IOException {
        ConnectorException mistake = mistake("%{client} %{code}", "%{client} %{code");
        assertThat(mistake.line()).isEqualTo(6);
        assertThat(mistake).hasMessageContaining("closed by }");
    }

    @Test
    void aTestThatConditionsDoNotHaveIsTold() throws IOException {
        assertThat(mistake("{code: DENIED}", "{code: {start: DEN}}")).hasMessageEndingWith("did you mean \"starts\"?");
    }

    @Test
    void aReaderThatThereIsNotIsTold() throws IOException {
        assertThat(mistake("- dissect:", "- disect:")).hasMessageEndingWith("did you mean \"dissect\"?");
    }

    @Test
    void aMissingKeyIsTold() throws IOException {
        assertThat(mistake("vendor: Example\n", "")).hasMessageContaining("no \"vendor\" here");
    }

    @Test
    void aKeyGivenTwiceIsTold() throws IOException {
        ConnectorException mistake = mistake("layer: swg", "layer: swg\nlayer: mail");
        assertThat(mistake.line()).isEqualTo(4);
        assertThat(mistake).hasMessageContaining("each key once");
    }

    @Test
    void brokenYamlIsTold() throws IOException {
        assertThat(mistake("observe:", "observe: [")).hasMessageContaining("broken YAML");
    }

    /** Each: what stands in the sound one, what somebody wrote instead, the line, and what the message must say. */
    static Stream<Arguments> further() {
        String read = "- dissect: '%{time} %{client} %{code}'";
        String time = "'@timestamp': {from: time, as: epoch s}";
        return Stream.of(
                arguments(read, "- grok: '%{IPP:client}'", 6, "did you mean \"IP\"?"),
                arguments(read, "- grok: '%{IP:client} ('", 6, "a grok pattern"),
                arguments(read, "- csv: {colums: [a, b]}", 6, "did you mean \"columns\"?"),
                arguments(read, "- csv: {columns: [a, b], separator: ', '}", 6, "one character"),
                arguments(read, "- {json: '', kv: ''}", 6, "exactly one of"),
                arguments(read, "- jsn", 6, "did you mean \"json\"?"),
                arguments(read, "- {kv: {asign: ':'}}", 6, "did you mean \"assign\"?"),
                arguments(time, "'@timestamp': {from: time, format: 'yyyy-bb'}", 8, "a pattern of java.time"),
                arguments(time, "'@timestamp': {from: time, format: 'yyyy', zone: Asia/Tokio}", 8, "a time zone"),
                arguments("source.ip: client", "source.ip: {from: client, lookup: hosts}", 9, "one of tables"),
                arguments(
                        "source.ip: client",
                        "source.ip: {from: client, capture: '[0-9]+'}",
                        9,
                        "a pattern with a group"),
                arguments("source.ip: client", "event.kind: {const: alarm}", 9, "a value of event.kind"),
                arguments("source.ip: client", "source.ip: {as: ip}", 9, "no \"from\" here"),
                arguments("{code: DENIED}", "{code: {over: many}}", 11, "a number"),
                arguments("{code: DENIED}", "{code: {exists: perhaps}}", 11, "true or false"),
                arguments("map:", "use: squidd\nmap:", 7, "any, or a connector"),
                arguments("read:", "frame: sislog\nread:", 5, "did you mean \"syslog\"?"),
                arguments("read:", "frame: {heder: x}\nread:", 5, "did you mean \"header\"?"),
                arguments("read:", "frame: {starts: '('}\nread:", 5, "a pattern of RE2"),
                arguments("detect: '^example '", "detect: {line: x}", 4, "did you mean \"lines\"?"),
                arguments("observe:", "assemble: {by: a, within: 1h, share: source.pi}\nobserve:", 13, "source.ip"),
                arguments(
                        "observe:", "assemble: {by: a, within: 1h, share: event.action}\nobserve:", 13, "another line"),
                arguments("observe:", "assemble: {by: a, within: an hour, share: user.name}\nobserve:", 13, "15m"),
                arguments("observe:", "assemble: {by: a, within: 31d, share: user.name}\nobserve:", 13, "up to 30d"),
                arguments("observe:", "assemble: {by: a, whithin: 1h, share: user.name}\nobserve:", 13, "within"),
                arguments("observe:", "assemble: {within: 1h, share: user.name}\nobserve:", 13, "no \"by\" here"),
                arguments("observe:", "drop:\n  - {when: {code: x}}\nobserve:", 14, "no \"reason\" here"));
    }

    @ParameterizedTest
    @MethodSource("further")
    void aFurtherMistakeIsToldWithItsLineAndARemedy(String right, String wrong, int line, String remedy)
            throws IOException {
        ConnectorException mistake = mistake(right, wrong);
        assertThat(mistake).hasMessageContaining(remedy);
        assertThat(mistake.line()).isEqualTo(line);
    }
}
