package io.tadoru.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentTest {
    private static final Map<String, List<String>> LOGS = Map.of(
            "mail", List.of("mail/maillog-20220303", "mail/rspamd-20220303.log"),
            "swg", List.of("swg/access.log"),
            "firewall", List.of("firewall/fortigate.log"),
            "epp", List.of("epp/defender.ndjson", "epp/sysmon.ndjson"));

    @TempDir
    Path folder;

    @Test
    void everyPieceOfEvidenceIsOneLineAtItsTime() throws IOException {
        for (OfficePlan plan : WriteScenarios.PLANS) {
            ScenarioFolder office = write(plan);
            JsonNode expected =
                    Json.read(office.text("expected-chain.json").getBytes(StandardCharsets.UTF_8), JsonNode.class);
            for (JsonNode evidence : expected.path("evidence")) {
                assertThat(linesAt(office, evidence)).as("%s", evidence).hasSize(1);
            }
        }
    }

    @Test
    void onlyTheIncidentLooksLikeTheIncident() throws IOException {
        ScenarioFolder office = write(WriteScenarios.PLANS.get(0));
        assertThat(office.lines("firewall/fortigate.log"))
                .filteredOn(line -> line.contains("dstport=8080"))
                .hasSize(1);
        assertThat(office.lines("swg/access.log"))
                .filteredOn(line -> line.contains("http://203."))
                .hasSize(1);
        assertThat(office.lines("epp/sysmon.ndjson"))
                .filteredOn(line -> line.contains("\"Image\":\"C:\\\\Windows\\\\System32\\\\regsvr32.exe\"")
                        && line.contains("\"code\":\"1\""))
                .hasSize(2);
        assertThat(office.lines("mail/maillog-20220303"))
                .filteredOn(line -> line.contains(".xlsm") && !line.contains("from pc-"))
                .hasSize(1);
        assertThat(office.lines("epp/defender.ndjson"))
                .filteredOn(line -> line.contains("Trojan"))
                .hasSize(2);
    }

    @Test
    void thePoorOfficeHasNoSysmonAndOneOtherLockedArchive() throws IOException {
        ScenarioFolder office = write(WriteScenarios.PLANS.get(1));
        assertThat(office.files().keySet()).noneMatch(file -> file.contains("sysmon"));
        assertThat(office.text("scenario.yml")).doesNotContain("sysmon");
        assertThat(office.lines("mail/rspamd-20220303.log"))
                .filteredOn(line -> line.contains("MIME_ENCRYPTED_ARCHIVE"))
                .hasSize(2);
    }

    @Test
    void addressesChangeHands() throws IOException {
        List<String> leases = write(WriteScenarios.PLANS.get(0)).lines("identity/dnsmasq-20220303.log");
        assertThat(holders(leases, "Feb 25", "10.20.30.142")).containsOnly("PC-0109");
        assertThat(holders(leases, "Feb 26", "10.20.30.142")).containsOnly("PC-0142");
        assertThat(holders(leases, "Feb 25", "10.20.30.150")).containsOnly("PC-0117");
        assertThat(holders(leases, "Feb 28", "10.20.30.150")).containsOnly("PC-0131");
        assertThat(leases)
                .contains("Feb 26 08:55:01 gw dnsmasq-dhcp[512]: DHCPACK(eth1) 10.20.30.142 00:53:00:00:2a:12 PC-0142");
    }

    private ScenarioFolder write(OfficePlan plan) throws IOException {
        return ScenarioFolder.write(plan, folder.resolve(plan.incident().scenario()));
    }

    private static List<String> holders(List<String> leases, String day, String address) {
        return leases.stream()
                .filter(line -> line.startsWith(day) && line.contains("DHCPACK(eth1) " + address + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    private static List<String> linesAt(ScenarioFolder office, JsonNode evidence) throws IOException {
        Instant at = Instant.parse(evidence.path("at").asText());
        List<String> found = new ArrayList<>();
        for (String log : LOGS.getOrDefault(evidence.path("layer").asText(), List.of())) {
            if (office.root().resolve("logs").resolve(log).toFile().exists()) {
                office.lines(log).stream()
                        .filter(line -> line.contains(evidence.path("contains").asText()) && isAt(line, at))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isAt(String line, Instant at) {
        String epoch = String.format(Locale.ROOT, "%d.%03d", at.getEpochSecond(), at.toEpochMilli() % 1000);
        return List.of(
                        OfficeTime.syslog(at),
                        OfficeTime.seconds(at),
                        OfficeTime.fortinet(at),
                        epoch,
                        "{\"@timestamp\":\"" + OfficeTime.iso(at))
                .stream()
                .anyMatch(line::startsWith);
    }
}
