package io.tadoru.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineShapesTest {
    private static final String SYSLOG_TIME = "(Feb|Mar) [ \\d]\\d \\d\\d:\\d\\d:\\d\\d ";
    private static final String IP = "\\d+\\.\\d+\\.\\d+\\.\\d+";
    private static final String MAC = "00:53:00(:[0-9a-f]{2}){3}";

    @TempDir
    static Path folder;

    private static ScenarioFolder office = new ScenarioFolder(Path.of("."));

    @BeforeAll
    static void write() throws IOException {
        office = ScenarioFolder.write(OfficePlan.emotet(40, 6, 11), folder);
    }

    @Test
    void squidWritesItsNativeFormat() throws IOException {
        allMatch(
                "swg/access.log",
                "\\d{10}\\.\\d{3} +\\d+ 10\\.20\\.\\d+\\.\\d+ TCP_[A-Z_]+/\\d{3} \\d+ (GET|CONNECT) \\S+ - HIER_[A-Z]+/("
                        + IP + "|-) \\S+");
    }

    @Test
    void fortigateWritesPairsWithTimeZoneAndNanoseconds() throws IOException {
        allMatch(
                "firewall/fortigate.log",
                "date=2022-\\d\\d-\\d\\d time=\\d\\d:\\d\\d:\\d\\d devname=\"fgt-edge\" devid=\"\\w+\" eventtime=\\d{19}"
                        + " tz=\"\\+0900\" logid=\"\\d{10}\" type=\"(traffic|utm)\"( [a-z]+=(\"[^\"]*\"|[^\" ]+))+");
    }

    @Test
    void postfixWritesSyslogWithoutYear() throws IOException {
        allMatch("mail/maillog-20220303", SYSLOG_TIME + "mx1 postfix(/submission)?/[a-z]+\\[\\d+]: \\S.*");
    }

    @Test
    void rspamdWritesOneTaskLineForEachMail() throws IOException {
        allMatch(
                "mail/rspamd-20220303.log",
                "2022-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d #\\d+\\(normal\\) <\\w{6}>; task; rspamd_task_write_log: id: <[^>]+>,"
                        + " qid: <[0-9A-F]{10}>, ip: " + IP
                        + ",( user: \\w+,)? from: <[^>]+>, \\(default: [FT] \\([a-z ]+\\):"
                        + " \\[-?[\\d.]+/15\\.00] \\[.*]\\), len: \\d+, time: [\\d.]+ms, dns req: \\d+, digest: <\\w{32}>,"
                        + " rcpts: <[^>]+>, mime_rcpts: <[^>]+>");
    }

    @Test
    void dnsmasqWritesTheFourDhcpMessages() throws IOException {
        allMatch(
                "identity/dnsmasq-20220303.log",
                SYSLOG_TIME + "gw dnsmasq-dhcp\\[512]: (DHCPDISCOVER\\(eth1\\) " + MAC
                        + "|DHCP(OFFER|REQUEST)\\(eth1\\) " + IP + " " + MAC + "|DHCPACK\\(eth1\\) " + IP + " " + MAC
                        + " PC-\\d{4})");
    }

    @Test
    void clamdWritesCtimes() throws IOException {
        allMatch("epp/clamav-20220303.log", "[A-Z][a-z]{2} (Feb|Mar) [ \\d]\\d \\d\\d:\\d\\d:\\d\\d 2022 -> \\S.*");
    }

    @Test
    void winlogbeatWritesDocumentsNamedByHostAndChannel() throws IOException {
        for (String log : new String[] {"epp/sysmon.ndjson", "epp/defender.ndjson"}) {
            for (String line : office.lines(log)) {
                JsonNode document = Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
                JsonNode winlog = document.path("winlog");
                assertThat(document.path("host").path("name").asText()).matches("PC-\\d{4}");
                assertThat(winlog.path("computer_name").asText()).endsWith(".example.co.jp");
                assertThat(winlog.path("event_id").asText())
                        .isEqualTo(document.path("event").path("code").asText());
                assertThat(winlog.path("event_data").size()).isGreaterThan(7);
            }
        }
    }

    private static void allMatch(String log, String pattern) throws IOException {
        Pattern shape = Pattern.compile(pattern);
        assertThat(office.lines(log))
                .isNotEmpty()
                .allMatch(line -> shape.matcher(line).matches());
    }
}
