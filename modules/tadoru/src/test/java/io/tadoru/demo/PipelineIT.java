package io.tadoru.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.simulator.OfficePlan;
import io.tadoru.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path on a real broker and a real Elasticsearch, laid beside the batch run over the same files. */
class PipelineIT {
    private static final long SEED = 20220226;

    @TempDir
    Path work;

    private Path scenario;

    @BeforeEach
    void simulateASmallOffice() throws IOException {
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        scenario = Files.createDirectories(work.resolve("office"));
        Simulator.write(OfficePlan.emotet(6, 2, SEED), scenario);
    }

    @Test
    void linesThatWaitedForTheApplicationsGiveTheChainsOfABatchRun() throws Exception {
        Streamed streamed = Streamed.run(scenario, work.resolve("data"), Streamed.Order.LINES_FIRST);

        assertThat(streamed.balance().holds()).as(streamed.balance().toString()).isTrue();
        assertThat(streamed.chains()).isEqualTo(Batch.chains(scenario, work));
        assertThat(theIncident(streamed)).containsEntry("user", "taro").containsEntry("status", "quarantined");
    }

    @Test
    void shuffledLinesAmongHostileOnesGiveTheSameChainAndStopNothing() throws Exception {
        Map<String, Map<String, Object>> inOrder = Batch.chains(scenario, work);
        shuffle(scenario);
        addHostileLines(scenario);

        Streamed streamed = Streamed.run(scenario, work.resolve("data"), Streamed.Order.APPLICATIONS_FIRST);

        assertThat(streamed.balance().holds()).as(streamed.balance().toString()).isTrue();
        assertThat(streamed.chains()).containsAllEntriesOf(inOrder).isEqualTo(Batch.chains(scenario, work));
        assertThat(streamed.indices())
                .contains("tadoru-events-elsewhen", "tadoru-events-2022.02.26")
                .noneMatch(index -> index.contains("2099") || index.contains("1970"));
        assertThat(streamed.reasons())
                .anyMatch(r -> r.contains("longer than 262144 bytes"))
                .anyMatch(r -> r.contains("fortigate") && r.contains("reason"));
    }

    private static Map<String, Object> theIncident(Streamed streamed) {
        return streamed.chains().values().stream()
                .filter(c -> "PC-0142".equals(c.get("host")))
                .findFirst()
                .orElseThrow();
    }

    private static void shuffle(Path folder) throws IOException {
        Random random = new Random(SEED);
        for (Scenario.Feed feed : Scenario.read(folder).feeds()) {
            List<byte[]> lines = new ArrayList<>();
            FeedLines.each(feed.file(), lines::add);
            Collections.shuffle(lines, random);
            var all = new ByteArrayOutputStream();
            for (byte[] line : lines) {
                all.write(line);
                all.write('\n');
            }
            Files.write(feed.file(), all.toByteArray());
        }
    }

    private static void addHostileLines(Path folder) throws IOException {
        Path fortigate = folder.resolve("logs/firewall/fortigate.log");
        append(fortigate, "this is no log line of any firewall".getBytes(StandardCharsets.UTF_8));
        append(fortigate, ("date=2022-02-26 " + "x".repeat(2 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8));
        append(fortigate, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 7, 27, '[', '2', 'J', (byte) 0x80});
        Path defender = folder.resolve("logs/epp/defender.ndjson");
        String detection = Files.readAllLines(defender).stream()
                .filter(line -> line.contains("\"1116\""))
                .findFirst()
                .orElseThrow();
        append(defender, dated(detection, "2099-01-01T00:00:00.000Z"));
        append(defender, dated(detection, "1970-01-01T00:00:00.000Z"));
    }

    private static byte[] dated(String line, String time) {
        return line.replaceAll("2022-02-2\\dT[0-9:.]+Z", time).getBytes(StandardCharsets.UTF_8);
    }

    private static void append(Path file, byte[] line) throws IOException {
        Files.write(file, line, StandardOpenOption.APPEND);
        Files.write(file, new byte[] {'\n'}, StandardOpenOption.APPEND);
    }
}
