package io.tadoru.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.connector.RecordFormats;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EvtxTest {
    private final Written written = new Written();

    private JsonNode data(Runnable data) {
        written.event(41, () -> {
            written.open("EventData").content();
            data.run();
            written.close();
        });
        return written.read().only().at("/winlog/event_data");
    }

    @Test
    void aFileIsKnownByItsFirstBytes() {
        byte[] file = Written.file();
        assertThat(RecordFormats.of(file))
                .hasValueSatisfying(format -> assertThat(format.name()).isEqualTo("evtx"));
        assertThat(RecordFormats.of("ElfFile".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(RecordFormats.named("evtx")).isPresent();
    }

    @Test
    void anEventIsAsWinlogbeatSendsIt() {
        written.event(41, () -> {});
        JsonNode record = written.read().only();
        assertThat(record.get("@timestamp").asText()).isEqualTo("2022-02-26T01:01:40.1234567Z");
        assertThat(record.get("event").toString())
                .isEqualTo("{\"kind\":\"event\",\"code\":\"7\",\"provider\":\"Example\","
                        + "\"created\":\"2022-02-26T01:01:40.1234567Z\"}");
        assertThat(record.get("winlog").toString())
                .isEqualTo("{\"provider_name\":\"Example\",\"event_id\":\"7\",\"record_id\":41}");
    }

    @Test
    void everythingOfSystemIsKept() {
        written.begin(1).open("Event").content().open("System").content();
        written.open("Provider", true).attribute("EventSourceName").text("Old").empty();
        written.open("EventID", true).attribute("Qualifiers").text("16384").content();
        written.text("7036").close();
        written.open("Keywords").content().text("0x8090000000000000").close();
        written.open("Level").content().text("2").close();
        written.open("Execution", true).attribute("ProcessorID").text("3").empty();
        written.open("Future").content().text("new").close();
        written.close().close().end();
        JsonNode record = written.read().only();
        assertThat(record.at("/winlog").toString())
                .isEqualTo("{\"event_source_name\":\"Old\",\"event_id\":\"7036\",\"qualifiers\":\"16384\","
                        + "\"keywords\":[\"0x8090000000000000\",\"Audit Failure\",\"Classic\"],\"level\":\"2\","
                        + "\"system\":{\"Execution.ProcessorID\":\"3\",\"Future\":\"new\"},\"record_id\":1}");
        assertThat(record.at("/event/outcome").asText()).isEqualTo("failure");
        assertThat(record.at("/log/level").asText()).isEqualTo("error");
    }

    @Test
    void aValueWithoutANameIsCalledAfterItsPlace() {
        JsonNode data = data(() -> {
            written.open("Data").content().text("first").close();
            written.open("Data", true).attribute("Name").text("User").content();
            written.text("taro").close();
            written.open("Data").content().text("third").close();
            written.open("Binary").content().text("00FF").close();
        });
        assertThat(data.toString())
                .isEqualTo("{\"param1\":\"first\",\"User\":\"taro\",\"param3\":\"third\",\"Binary\":\"00FF\"}");
    }

    @Test
    void twoValuesOfOneNameAreAList() {
        JsonNode data = data(() -> {
            for (String value : new String[] {"a", "b", "c"}) {
                written.open("Data", true).attribute("Name").text("X").content();
                written.text(value).close();
            }
        });
        assertThat(data.toString()).isEqualTo("{\"X\":[\"a\",\"b\",\"c\"]}");
    }

    @Test
    void signsThatXmlEscapesAreWhatTheyMean() {
        JsonNode data = data(() -> {
            written.open("Data").content().text("a").u8(0x48).u16(38).u8(0x49).name("lt");
            written.u8(0x47)
                    .string("<b>")
                    .u8(0x49)
                    .name("nbsp")
                    .u8(0x48)
                    .u16(0xD800)
                    .close();
        });
        assertThat(data.get("param1").asText()).isEqualTo("a&<<b>&nbsp;\uFFFD");
    }

    @Test
    void whatAProviderCallsItsOwnIsUserData() {
        written.event(1, () -> {
            written.open("UserData").content().open("LogFileCleared", true);
            written.attribute("xmlns").text("urn:x").content();
            written.open("SubjectUserName").content().text("taro").close();
            written.open("Inner").content();
            written.open("Depth").content().text("2").close().close();
            written.close().close();
        });
        assertThat(written.read().only().at("/winlog/user_data").toString())
                .isEqualTo("{\"xml_name\":\"LogFileCleared\",\"xmlns\":\"urn:x\",\"SubjectUserName\":\"taro\","
                        + "\"Inner\":{\"Depth\":\"2\"}}");
    }

    @Test
    void anEventThatWasForwardedHasItsText() {
        written.event(1, () -> {
            written.open("RenderingInfo", true)
                    .attribute("Culture")
                    .text("ja-JP")
                    .content();
            written.open("Message").content().text("ログオン").close();
            written.open("Task").content().text("Logon").close().close();
        });
        JsonNode record = written.read().only();
        assertThat(record.get("message").asText()).isEqualTo("ログオン");
        assertThat(record.at("/winlog/task").asText()).isEqualTo("Logon");
        assertThat(record.at("/winlog/rendering_info/Culture").asText()).isEqualTo("ja-JP");
    }

    @Test
    void theElementsOfAnotherWriterMayNameWhatTheyDependOn() {
        written.begin(3).u8(0x01).u16(0xffff).i32(0).name("Event").content();
        written.open("System").content().close().close().end();
        assertThat(written.read().only().at("/winlog/record_id").asLong()).isEqualTo(3);
    }
}
