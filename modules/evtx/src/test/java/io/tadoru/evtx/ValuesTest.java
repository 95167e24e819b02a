package io.tadoru.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.evtx.Written.Value;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    private final Written written = new Written();

    /** An event whose template has one value. */
    private JsonNode data(Value value) {
        written.begin(1);
        written.template(() -> {
            written.system().open("EventData").content();
            written.open("Data", true).attribute("Name").text("V").content();
            written.place(0, value.type(), false).close();
            written.open("Data", true).attribute("Name").text("Next").content();
            written.place(1, 8, true).close().close().close();
        });
        written.values(value, new Value(8, hex("07000000"))).end();
        JsonNode record = written.read().only();
        assertThat(record.at("/winlog/event_data/Next").asText()).isEqualTo("7");
        return record.at("/winlog/event_data/V");
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "00, '', ''",
        "01, 61006200, ab",
        "01, 610000000000, a",
        "01, 00d86100, \uFFFDa",
        "02, 616263, abc",
        "03, ff, -1",
        "04, ff, 255",
        "05, ffff, -1",
        "06, ffff, 65535",
        "07, ffffffff, -1",
        "08, ffffffff, 4294967295",
        "09, ffffffffffffffff, -1",
        "0a, ffffffffffffffff, 18446744073709551615",
        "0b, 0000c03f, 1.5",
        "0b, 0000807f, 1.#INF",
        "0c, 000000000000f0ff, -1.#INF",
        "0c, 000000000000f87f, -1.#IND",
        "0c, 0000000000004540, 42",
        "0d, 01000000, true",
        "0d, 00000000, false",
        "0e, 00ffab, 00FFAB",
        "0f, 5d3870572ac2e043bf4c06f5698ffbd9, {5770385D-C22A-43E0-BF4C-06F5698FFBD9}",
        "10, 00100000, 0x1000",
        "10, 0010000000000000, 0x1000",
        "11, 87489069ac2ad801, 2022-02-26T01:01:40.1234567Z",
        "11, ffffffffffffffff, 60056-05-28T05:36:10.9551615Z",
        "12, e60702000600 1a00 0100 0100 2800 7b00, 2022-02-26T01:01:40.123Z",
        "13, 010500000000000515000000010000000200000003000000f4010000, S-1-5-21-1-2-3-500",
        "13, 0101010203040506ffffffff, S-1-0x010203040506-4294967295",
        "13, 0105000000000005, 0105000000000005",
        "14, e703000000000000, E703000000000000",
        "14, e7030000, 0x3e7",
        "15, 0000000000000080, 0x8000000000000000",
        "7e, beef, BEEF",
    })
    void eachTypeIsWrittenAsWindowsWritesIt(String type, String bytes, String text) {
        assertThat(data(new Value(Integer.parseInt(type, 16), hex(bytes.replace(" ", ""))))
                        .asText())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "81, 6100 0000 0000 6200 0000, '[\"a\",\"\",\"b\"]'",
        "82, 6100620063, '[\"a\",\"b\",\"c\"]'",
        "84, 0102ff, '[\"1\",\"2\",\"255\"]'",
        "88, 0100000002000000, '[\"1\",\"2\"]'",
        "88, 010000000200, '[\"1\",\"0200\"]'",
        "94, 0a0000000b000000, '[\"0xa\",\"0xb\"]'",
        "93, 010100000000000512000000 010100000000000513000000, '[\"S-1-5-18\",\"S-1-5-19\"]'",
        "88, '', '\"\"'",
    })
    void aListRepeatsItsElement(String type, String bytes, String json) {
        assertThat(data(new Value(Integer.parseInt(type, 16), hex(bytes.replace(" ", ""))))
                        .toString())
                .isEqualTo(json);
    }

    @Test
    void textOfAJapanesePcIsReadInItsCodePage() {
        assertThat(data(new Value(2, "日本語".getBytes(Charset.forName("windows-31j"))))
                        .asText())
                .isEqualTo("日本語");
        assertThat(Ansi.text(new byte[] {(byte) 0xff, 'a'})).isEqualTo("ÿa");
    }

    @Test
    void aListWithoutANameIsCountedOn() {
        written.begin(1);
        written.template(() -> written.system()
                .open("EventData")
                .content()
                .open("Data")
                .content()
                .place(0, 0x81, false)
                .close()
                .close()
                .close());
        written.values(new Value(0x81, Written.utf16("a\0b\0"))).end();
        assertThat(written.read().only().at("/winlog/event_data").toString())
                .isEqualTo("{\"param1\":\"a\",\"param2\":\"b\"}");
    }

    @Test
    void anAttributeThatIsLeftOutIsNotThere() {
        written.begin(1);
        written.template(() -> {
            written.open("Event").content().open("System").content();
            written.open("Correlation", true).u8(0x46).name("ActivityID").place(0, 0x0f, true);
            written.attribute("RelatedActivityID").place(1, 1, true).empty();
            written.close().close();
        });
        written.values(new Value(0, new byte[0]), new Value(1, Written.utf16("x")))
                .end();
        assertThat(written.read().only().get("winlog").toString())
                .isEqualTo("{\"related_activity_id\":\"x\",\"record_id\":1}");
    }

    @Test
    void aTemplateStandsOnceAndIsUsedAgain() {
        written.begin(1);
        int definition = written.template(() -> written.system()
                .open("More")
                .content()
                .place(0, 1, true)
                .close()
                .close());
        written.values(new Value(1, Written.utf16("one"))).end();
        written.begin(2)
                .templateAt(definition)
                .values(new Value(1, Written.utf16("two")))
                .end();
        written.begin(3).templateAt(definition).values().end();
        assertThat(written.read().records())
                .extracting(record -> record.at("/winlog/more").asText())
                .containsExactly("one", "two", "");
    }

    @Test
    void aValueMayBeXmlItself() {
        written.begin(1);
        written.template(() -> written.system()
                .open("UserData")
                .content()
                .place(0, 0x21, true)
                .close()
                .close());
        written.i32(1).u16(0).u8(0x21).u8(0);
        int from = written.at();
        written.fragment();
        written.template(() -> written.open("Own")
                .content()
                .open("A")
                .content()
                .place(0, 8, false)
                .close()
                .close());
        written.values(new Value(8, hex("2a000000"))).u8(0);
        written.size(from - 4, written.at() - from).end();
        assertThat(written.read().only().at("/winlog/user_data").toString())
                .isEqualTo("{\"xml_name\":\"Own\",\"A\":\"42\"}");
    }
}
