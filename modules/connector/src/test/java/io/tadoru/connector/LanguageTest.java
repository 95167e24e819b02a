package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import io.tadoru.event.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of the language do, each in the smallest connector that shows it. */
class LanguageTest {
    @TempDir
    Path folder;

    private static final String HEAD = """
            vendor: Example
            product: Example
            layer: swg
            detect: '.'
            """;

    private ConnectorCatalog catalog(String id, String body) {
        try {
            Path file = Files.createDirectories(folder.resolve(id)).resolve("connector.yml");
            Files.writeString(file, HEAD + body);
            return ConnectorCatalog.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connector connector(String body) {
        return catalog("example", body).find("example").orElseThrow();
    }

    private static Parsed parse(Connector connector, Framer.Framed record) {
        var raw = new RawRecord("1", "x", connector.id(), "p", SampleFile.RECEIVED, record.bytes(), record.context());
        return connector.parse(raw, Samples.TOKYO);
    }

    private static List<Parsed> parse(Connector connector, String... lines) {
        Framer framer = new Framer(connector, StandardCharsets.UTF_8);
        List<Framer.Framed> records = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            records.addAll(framer.line(i, lines[i].getBytes(StandardCharsets.UTF_8)));
        }
        records.addAll(framer.end());
        return records.stream().map(record -> parse(connector, record)).toList();
    }

    private static Event event(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
        return ((Parsed.Accepted) parsed).event();
    }

    private static Event event(Connector connector, String line) {
        return event(parse(connector, line).getFirst());
    }

    @Test
    void xmlIsReadWithAttributesNamedDataAndRepeats() {
        Connector connector = connector("""
                read: [xml]
                map: {'@timestamp': System.TimeCreated.SystemTime, host.ip: Nic.Ip, process.name: EventData.Image}
                """);
        Event event = event(connector, """
                <Event><System><TimeCreated SystemTime="2022-02-26T01:02:03Z"/></System><EventData><Data Name="Image">a &amp; b.exe</Data>\
                </EventData><Nic><Ip>10.20.30.1</Ip><Ip>10.20.30.2</Ip></Nic></Event>""");
        assertThat(event.fields())
                .containsEntry("process.name", "a & b.exe")
                .containsEntry("host.ip", List.of("10.20.30.1", "10.20.30.2"));
    }

    @Test
    void xmlOfAnEnemyIsNoMoreThanAReject() {
        Connector connector = connector("read: [xml]\nmap: {'@timestamp': T}\n");
        assertThat(parse(
                        connector,
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><T>&x;</T></a>",
                        "<a>".repeat(10_000),
                        "<a><T>2022"))
                .hasSize(3)
                .allSatisfy(parsed -> assertThat(parsed).isInstanceOf(Parsed.Rejected.class));
    }

    @Test
    void grokTakesTheFirstPatternThatIsFound() {
        Connector connector = connector("""
                frame: none
                read: [{grok: ['^%{TIMESTAMP_ISO8601:time} login %{USER:who}$', '^%{TIMESTAMP_ISO8601:time} from %{IP:client}']}]
                map: {'@timestamp': time, user.account: who, source.ip: client}
                """);
        assertThat(event(connector, "2022-02-26T01:02:03Z login EXAMPLE\\taro").fields())
                .containsEntry("user.name", "taro")
                .containsEntry("user.domain", "EXAMPLE")
                .doesNotContainKey("user.email");
        assertThat(event(connector, "2022-02-26 10:02:03 from 2001:DB8::1").fields())
                .containsEntry("@timestamp", "2022-02-26T01:02:03Z")
                .containsEntry("source.ip", "2001:db8::1");
    }

    @Test
    void fieldsOfTheExtendedLogFormatAreNamedByTheLineBefore() {
        Connector connector = connector("""
                frame: {header: w3c}
                read: [w3c]
                map: {'@timestamp': '%{date} %{time}', source.ip: c-ip, user_agent.original: cs(User-Agent)}
                """);
        List<Parsed> parsed = parse(
                connector,
                "#Version: 1.0",
                "#Fields: date time c-ip cs(User-Agent)",
                "2022-02-26 10:02:03 10.20.30.1 \"a \"\"b\"\" c\"",
                "#Fields: c-ip date time",
                "10.20.30.2 2022-02-26 10:02:04");
        assertThat(parsed.get(0)).isInstanceOf(Parsed.Dropped.class);
        assertThat(parsed.get(1)).isInstanceOf(Parsed.Dropped.class);
        assertThat(event(parsed.get(2)).fields())
                .containsEntry("source.ip", "10.20.30.1")
                .containsEntry("user_agent.original", "a \"b\" c");
        assertThat(event(parsed.get(4)).fields()).containsEntry("source.ip", "10.20.30.2");
    }

    @Test
    void aConsolesHeaderNamesTheColumnsInItsOwnLanguage() {
        Connector connector = connector("""
                frame: {syslog: none, header: '^(Detected|検出日時),'}
                read: [{csv: {header: true}}]
                map: {'@timestamp': [Detected, 検出日時], host.name: [Computer, コンピュータ名]}
                """);
        assertThat(event(parse(connector, "\uFEFF検出日時,コンピュータ名", "2022年2月26日 10時02分03秒,\"PC,0142\"")
                                .get(1))
                        .fields())
                .containsEntry("@timestamp", "2022-02-26T01:02:03Z")
                .containsEntry("host.name", "PC,0142");
        assertThat(parse(connector, "2022/2/26 10:02,PC").getFirst()).isInstanceOf(Parsed.Rejected.class);
    }

    @Test
    void linesThatBelongTogetherAreOneRecord() {
        Connector connector = connector("""
                frame: {syslog: none, starts: '^\\d{4}-'}
                read: [{regex: '(?s)^(?P<time>\\S+ \\S+) (?P<rest>.*)$'}]
                map: {'@timestamp': time, message: rest}
                """);
        List<Parsed> parsed = parse(connector, "2022-02-26 10:02:03 a", "  b", "  c", "2022-02-26 10:02:04 d");
        assertThat(parsed).hasSize(2);
        assertThat(event(parsed.get(0)).fields()).containsEntry("message", "a\n  b\n  c");
    }

    @Test
    void aRecordOfLinesIsBoundedHoweverManyFollow() {
        Connector connector = connector("frame: {starts: '^START'}\nread: [json]\n");
        Framer framer = new Framer(connector, StandardCharsets.UTF_8);
        int records = framer.line(0, "START".getBytes(StandardCharsets.UTF_8)).size();
        for (int i = 1; i < 2_000; i++) {
            records += framer.line(i, "x".getBytes(StandardCharsets.UTF_8)).size();
        }
        assertThat(records + framer.end().size()).isBetween(4, 5);
    }

    @Test
    void anEnvelopeHandsItsTextOn() {
        catalog("inner", """
                frame: none
                read: [{dissect: '%{time} %{client} %{code}'}]
                map: {'@timestamp': time, source.ip: client}
                classify: [{set: {tadoru.verdict: blocked}}]
                """);
        Connector outer = catalog("outer", """
                read: [json]
                use: {connector: inner, from: message}
                map: {host.name: host, '@timestamp': '@timestamp'}
                """).find("outer").orElseThrow();
        String line =
                "{\"message\":\"2022-02-26T01:02:03Z 10.20.30.1 x\",\"host\":\"pc\",\"@timestamp\":\"2022-03-01T00:00:00Z\"}";
        assertThat(event(outer, line).fields())
                .containsEntry("@timestamp", "2022-02-26T01:02:03Z")
                .containsEntry("source.ip", "10.20.30.1")
                .containsEntry("host.name", "pc")
                .containsEntry("tadoru.verdict", "blocked")
                .containsEntry("tadoru.connector.id", "outer");
        assertThat(parse(outer, line.replace(" x", "")).getFirst())
                .isInstanceOfSatisfying(
                        Parsed.Rejected.class, no -> assertThat(no.reason()).startsWith("inner: expected"));
    }

    @Test
    void anEnvelopeInItselfEnds() {
        Connector outer = catalog("outer", "read: [json]\nuse: {connector: outer, from: m}\nmap: {'@timestamp': t}\n")
                .find("outer")
                .orElseThrow();
        String line = "{\"m\":\"{}\"}";
        for (int i = 0; i < 8; i++) {
            line = "{\"m\":\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        }
        assertThat(parse(outer, line).getFirst()).isInstanceOf(Parsed.Rejected.class);
    }

    @Test
    void aHashIsToldByItsLength() {
        Connector connector = connector("read: [json]\nmap: {'@timestamp': t, file.hash: h}\n");
        String time = "{\"t\":\"2022-02-26T01:02:03Z\",\"h\":\"";
        assertThat(event(connector, time + "A".repeat(64) + "\"}").fields())
                .containsEntry("file.hash.sha256", "a".repeat(64))
                .doesNotContainKey("file.hash.md5");
        assertThat(event(connector, time + "nothing\"}").fields())
                .doesNotContainKeys("file.hash.md5", "file.hash.sha256");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022-02-26T10:02:03+09:00           | 2022-02-26T01:02:03Z
            2022-02-26 10:02:03                 | 2022-02-26T01:02:03Z
            1645837323                          | 2022-02-26T01:02:03Z
            1645837323500                       | 2022-02-26T01:02:03.500Z
            1645837323.25                       | 2022-02-26T01:02:03.250Z
            Sat, 26 Feb 2022 01:02:03 +0000     | 2022-02-26T01:02:03Z
            26/Feb/2022:10:02:03 +0900          | 2022-02-26T01:02:03Z
            Feb 26 10:02:03                     | 2022-02-26T01:02:03Z
            Dec 31 23:59:59                     | 2021-12-31T14:59:59Z
            Feb  1 10:02:03                     | 2022-02-01T01:02:03Z
            feb 26 2022 10:02:03                | 2022-02-26T01:02:03Z
            2022/2/26 10:02                     | 2022-02-26T01:02:00Z
            2022年2月26日 10時02分03秒            | 2022-02-26T01:02:03Z
            """)
    void usualTimesNeedNoTelling(String text, String instant) {
        Connector connector = connector("read: [{csv: {columns: [t, x], separator: '|'}}]\nmap: {'@timestamp': t}\n");
        assertThat(event(connector, text + "|x").fields()).containsEntry("@timestamp", instant);
    }

    @Test
    void whatFollowsFromAUrlOrAPathNeedsNoTelling() {
        Connector connector =
                connector("read: [json]\nmap: {'@timestamp': t, url.original: u, process.executable: p}\n");
        String line =
                "{\"t\":\"2022-02-26T01:02:03Z\",\"u\":\"http://Files.example.co.jp/a/b.XLSM?q=1\",\"p\":\"C:\\\\W\\\\x.exe\"}";
        assertThat(event(connector, line).fields())
                .containsEntry("url.domain", "files.example.co.jp")
                .containsEntry("url.path", "/a/b.XLSM")
                .containsEntry("url.query", "q=1")
                .containsEntry("url.extension", "xlsm")
                .containsEntry("url.port", 80L)
                .containsEntry("process.name", "x.exe");
    }

    @Test
    void structuredDataOfTheFrameIsRead() {
        Connector connector = connector(
                "frame: syslog\nmap: {'@timestamp': syslog.time, source.ip: sd.ip, event.code: syslog.msgid}\n");
        assertThat(event(connector, "<13>1 2022-02-26T01:02:03Z fw p 1 M7 [a@1 ip=\"10.20.30.1\" x=\"a\\]b\"]")
                        .fields())
                .containsEntry("source.ip", "10.20.30.1")
                .containsEntry("event.code", "M7")
                .containsEntry(
                        "tadoru.vendor",
                        java.util.Map.of("sd.x", "a]b", "syslog.host", "fw", "syslog.program", "p", "syslog.pid", "1"));
    }

    @ParameterizedTest
    @CsvSource({"windows-31j", "EUC-JP", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void theCharsetOfJapaneseTextIsTold(String name) {
        Charset charset = Charset.forName(name);
        String text = "2022/02/26 10:02:03,ＰＣ－０１４２,ウイルスを検出しました。隔離しました,C:\\Users\\太郎\\請求書.xlsm\r\n";
        assertThat(Charsets.of(text.repeat(3).getBytes(charset))).contains(charset);
        assertThat(Charsets.of(new byte[] {1, 0, 0, (byte) 0xff, (byte) 0x80, 3}))
                .isEmpty();
    }
}
