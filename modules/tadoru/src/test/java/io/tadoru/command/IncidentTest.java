package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.Tadoru;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw lines of the big scenarios in, chains out, through the command itself. */
class IncidentTest {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));

    @TempDir
    Path work;

    private List<String> chainsOf(Path logs, String out) throws IOException {
        int code = Tadoru.commandLine()
                .execute(
                        "investigate",
                        logs.toString(),
                        "--timezone",
                        "Asia/Tokyo",
                        "--out",
                        work.resolve(out).toString(),
                        "--set",
                        "connectors.directory=" + ROOT.resolve("connectors"),
                        "--set",
                        "rules.directory=" + ROOT.resolve("rules"));
        assertThat(code).isZero();
        return Files.readAllLines(work.resolve(out).resolve("chains.ndjson")).stream()
                .filter(c -> c.contains("Emotet"))
                .toList();
    }

    @Test
    void theIncidentComesOutOfTheRawLines() throws IOException {
        List<String> chains = chainsOf(ROOT.resolve("scenarios/emotet-2022/logs"), "a");

        assertThat(chains).hasSize(1);
        assertThat(chains.get(0))
                .contains("\"host\":\"PC-0142\"", "\"user\":\"taro\"", "\"status\":\"quarantined\"")
                .contains("\"infected_not_before\":\"2022-02-26T01:02:11Z\"")
                .contains("\"time_to_quarantine_min\":300,", "\"infected_not_after\":\"2022-02-26T01:02:15.200Z\"")
                .contains("PC-0142 (taro) was infected", "EPP quarantined it 5 min 0 s later");
    }

    @Test
    void poorerLogsGiveTheChainButAWeakerSentence() throws IOException {
        List<String> chains = chainsOf(ROOT.resolve("scenarios/emotet-2022-poor/logs"), "b");

        assertThat(chains).hasSize(1);
        assertThat(chains.get(0)).contains("PC-0142 (taro) was probably infected", "probably through");
    }

    @Test
    void anotherNameAndALaterQuarantineGiveAnotherNameAndOtherMinutes() throws IOException {
        Path moved = work.resolve("moved");
        copyRenamed(ROOT.resolve("scenarios/emotet-2022/logs"), moved);
        Path defender = moved.resolve("epp/defender.ndjson");
        Files.writeString(defender, Files.readString(defender).replace("T01:07:15.6", "T01:08:52.6"));

        assertThat(chainsOf(moved, "c").get(0)).contains("\"host\":\"PC-0977\"", "EPP quarantined it 6 min 37 s later");
    }

    @Test
    void theSameLogsGiveTheSameBytes() throws IOException {
        Path logs = ROOT.resolve("scenarios/emotet-2022-poor/logs");
        chainsOf(logs, "first");
        chainsOf(logs, "second");

        for (String file : List.of(
                "events.ndjson", "chains.ndjson", "rejects.ndjson", "timeline.csv", "report.md", "manifest.json")) {
            assertThat(work.resolve("second").resolve(file))
                    .hasSameBinaryContentAs(work.resolve("first").resolve(file));
        }
    }

    private static void copyRenamed(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy, Files.readString(file, StandardCharsets.UTF_8).replace("PC-0142", "PC-0977"));
            }
        }
    }
}
