package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.Tadoru;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The options of {@code investigate}, over the poorer scenario's lines. */
class InvestigateCommandTest {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final String LOGS =
            ROOT.resolve("scenarios/emotet-2022-poor/logs").toString();

    @TempDir
    Path work;

    private final StringWriter err = new StringWriter();

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(0, List.of("investigate"));
        arguments.addAll(List.of("--timezone", "Asia/Tokyo", "--out", out().toString()));
        arguments.addAll(List.of("--set", "connectors.directory=" + ROOT.resolve("connectors")));
        arguments.addAll(List.of("--set", "rules.directory=" + ROOT.resolve("rules")));
        CommandLine command = Tadoru.commandLine().setErr(new PrintWriter(err, true));
        return command.execute(arguments.toArray(String[]::new));
    }

    private Path out() {
        return work.resolve("out");
    }

    private String written(String file) throws IOException {
        return Files.readString(out().resolve(file));
    }

    @Test
    void anUnknownConnectorIsUsageWithTheNearestName() {
        assertThat(run(LOGS, "--source", "sqiud=*.log")).isEqualTo(2);
        assertThat(err.toString()).contains("no connector 'sqiud'; did you mean squid?");
    }

    @Test
    void whatIsNoTimeOrNoSourceIsUsageWithAnExample() {
        assertThat(run(LOGS, "--from", "yesterday")).isEqualTo(2);
        assertThat(run(LOGS, "--source", "squid")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("--from 'yesterday' is no time", "2022-02-26T09:00", "CONNECTOR=GLOB");
    }

    @Test
    void whatCannotBeReadIsOneSentence() {
        assertThat(run(work.resolve("nothing").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nothing cannot be read; give a file or folder with logs");
    }

    @Test
    void anIndicatorIsEvidenceInTheHostsChainAndOthersAreLeftOut() throws IOException {
        Path lists = Files.createDirectories(work.resolve("lists"));
        Files.writeString(lists.resolve("bad.txt"), "# from the neighbours\n198.51.100.0/24\n");

        assertThat(run(
                        LOGS,
                        "--indicators",
                        lists.toString(),
                        "--host",
                        "pc-0142",
                        "--from",
                        "2022-02-26",
                        "--to",
                        "2022-02-27"))
                .isZero();
        assertThat(written("chains.ndjson").lines())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c).contains("\"host\":\"PC-0142\""))
                .anySatisfy(c -> assertThat(c).contains("indicator:bad"));
        assertThat(written("manifest.json")).containsPattern("\"file\"\\s*:\\s*\"lists\"");
        assertThat(written("events.ndjson").lines())
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e)
                        .contains("\"tadoru.host.id\":\"PC-0142\"")
                        .containsPattern("\"@timestamp\":\"2022-02-2(5T1[5-9]|5T2|6T0|6T1[0-4])"));
    }

    @Test
    void theManifestTellsHowToDoItAgainWithoutClockPathsOrSecrets() throws IOException {
        assertThat(run(LOGS, "--set", "elasticsearch.password=hunter2")).isZero();

        Map<?, ?> manifest = Json.read(written("manifest.json").getBytes(StandardCharsets.UTF_8), Map.class);
        assertThat(manifest.get("program")).isEqualTo("Tadoru 0.1.0");
        assertThat(String.valueOf(manifest.get("rules_sha256"))).hasSize(64);
        assertThat(String.valueOf(manifest.get("arguments")))
                .contains("--timezone, Asia/Tokyo", "elasticsearch.password=***")
                .doesNotContain("--out");
        assertThat(written("manifest.json")).doesNotContain("hunter2", work.toString());
    }

    @Test
    void hostileLinesAreHarmlessInTimelineAndReport() throws IOException {
        Path logs = Files.createDirectories(work.resolve("logs"));
        String defender = Files.readString(ROOT.resolve("scenarios/emotet-2022-poor/logs/epp/defender.ndjson"));
        Files.writeString(
                logs.resolve("defender.ndjson"),
                defender.replace("abgzq.dll", "a|<img src=x onerror=alert(1)>.dll")
                        .replace("PC-0142", "=cmd()"));

        assertThat(run(logs.toString())).isZero();
        assertThat(written("report.md")).contains("&lt;img").doesNotContain("<img", "a|&lt;", " =cmd() |");
        assertThat(written("timeline.csv")).contains("'=CMD()").doesNotContainPattern("(^|[,\\n])\"?[=+@\\t\\r-]");
    }

    @Test
    void helpTellsEachOption() {
        StringWriter help = new StringWriter();
        Tadoru.commandLine().setOut(new PrintWriter(help)).execute("investigate", "--help");

        assertThat(help.toString())
                .contains("--source", "--charset", "--inventory", "--indicators", "--from", "--to", "--host", "--out")
                .contains("Example");
    }
}
