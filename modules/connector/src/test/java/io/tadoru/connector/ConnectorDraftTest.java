package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Layer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A draft compiles as it is, reads the lines it was made of, and finds the fields whose names tell what they are. */
class ConnectorDraftTest {
    private static final String TIME = "\"@timestamp\":\"2022-02-26T01:02:03Z\"";
    private static final String CLIENT = "\"source.ip\":\"10.20.30.142\"";

    @TempDir
    Path folder;

    record Case(String name, List<String> lines, List<String> found) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "pairs after a syslog header",
                        List.of(
                                "<13>Feb 26 10:02:03 gw gate: src=10.20.30.142 user=\"EXAMPLE\\taro\" url=\"http://a.example.net/\" action=DENY",
                                "<13>Feb 26 10:02:04 gw gate: src=10.20.30.143 user=\"EXAMPLE\\jiro\" url=\"http://b.example.net/\" action=allow"),
                        List.of(
                                TIME,
                                CLIENT,
                                "\"user.name\":\"taro\"",
                                "\"url.domain\":\"a.example.net\"",
                                "\"tadoru.verdict\":\"blocked\"")),
                new Case(
                        "a console's export with a Japanese header",
                        List.of(
                                "検出日時,コンピュータ名,IPアドレス,ウイルス名,処理",
                                "2022/02/26 10:02:03,PC-0142,10.20.30.142,Xls.Dropper.Example,隔離",
                                "2022/02/26 10:03:03,PC-0143,10.20.30.143,Xls.Dropper.Example,駆除失敗"),
                        List.of(
                                TIME,
                                CLIENT,
                                "\"host.name\":\"PC-0142\"",
                                "\"tadoru.verdict\":\"quarantined\"",
                                "\"tadoru.threat.name\":\"Xls.Dropper.Example\"")),
                new Case(
                        "JSON",
                        List.of(
                                "{\"ts\":1645837323,\"client\":{\"ip\":\"10.20.30.142\"},\"host\":{\"name\":\"PC-0142\"},\"verdict\":\"blocked\"}",
                                "{\"ts\":1645837324,\"client\":{\"ip\":\"10.20.30.143\"},\"host\":{\"name\":\"PC-0143\"},\"verdict\":\"ok\"}"),
                        List.of(TIME, CLIENT, "\"host.name\":\"PC-0142\"", "\"tadoru.verdict\":\"blocked\"")),
                new Case(
                        "the Extended Log File Format",
                        List.of(
                                "#Software: Example",
                                "#Fields: date time c-ip cs-username cs-method cs-uri sc-status",
                                "2022-02-26 10:02:03 10.20.30.142 taro GET http://a.example.net/x 200"),
                        List.of(TIME, CLIENT, "\"http.request.method\":\"GET\"", "\"user.name\":\"taro\"")),
                new Case(
                        "CEF",
                        List.of(
                                "Feb 26 10:02:03 gw CEF:0|Example|Gate|1|7|Blocked|5|src=10.20.30.142 dst=192.0.2.7 act=quarantined suser=taro"),
                        List.of(
                                TIME,
                                CLIENT,
                                "\"destination.ip\":\"192.0.2.7\"",
                                "\"tadoru.verdict\":\"quarantined\"")),
                new Case(
                        "words with addresses in them",
                        List.of(
                                "Feb 26 10:02:03 fw kernel: DROP in eth0 from 10.20.30.142 to 192.0.2.7 port 445",
                                "Feb 26 10:02:04 fw kernel: DROP in eth1 from 10.20.30.143 to 192.0.2.8 port 22"),
                        List.of(TIME, CLIENT, "\"destination.ip\":\"192.0.2.7\"", "\"destination.port\":445")),
                new Case(
                        "columns between bars",
                        List.of(
                                "2022-02-26 10:02:03|10.20.30.142|GET|http://a.example.net/|200",
                                "2022-02-26 10:02:04|10.20.30.143|GET|http://b.example.net/|404"),
                        List.of(TIME, CLIENT)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsTheLinesItWasMadeOf(Case c) throws IOException {
        String yaml = ConnectorDraft.of(c.lines()).yaml("Example", "Gate", Layer.SWG);
        Path file =
                Files.createDirectories(folder.resolve("example_gate/samples")).resolveSibling("connector.yml");
        Files.writeString(file, yaml);
        Files.write(file.resolveSibling("samples").resolve("a.log"), c.lines());
        ConnectorCatalog catalog = ConnectorCatalog.load(folder);
        Connector connector = catalog.find("example_gate").orElseThrow();
        List<String> told =
                SampleFile.in(folder.resolve("example_gate"), connector).get(0).told();
        List<String> events =
                told.stream().filter(t -> !t.contains("tadoru.dropped")).toList();
        assertThat(events).as(yaml).isNotEmpty().noneMatch(t -> t.contains("tadoru.rejected"));
        assertThat(events.get(0)).as(yaml).contains(c.found());
        assertThat(catalog.recognise(c.lines()))
                .hasValueSatisfying(r -> assertThat(r.share()).isEqualTo(1.0));
    }

    @Test
    void hostileLinesMakeNoBrokenDraft() throws IOException {
        List<String> lines =
                List.of("a='b: {c}' \"}: - # \u0001\u0000=x [%{y}] ''\"=\t%{=1 é=\"\\\"", "{}", "%{}%{} ${x} 'a=b'");
        Files.writeString(
                Files.createDirectories(folder.resolve("example_gate")).resolve("connector.yml"),
                ConnectorDraft.of(lines).yaml("'\": {", "- \n#", Layer.MAIL),
                StandardCharsets.UTF_8);
        assertThat(ConnectorCatalog.load(folder).all()).hasSize(1);
    }

    @Test
    void shapesGroupWhatLooksAlike() {
        List<Shape> shapes = Shape.of(List.of("a 1 10.0.0.1", "b: 2", "a 22 10.0.0.22", "c 3 192.168.100.1"));
        assertThat(shapes).extracting(Shape::count).containsExactly(3L, 1L);
    }
}
