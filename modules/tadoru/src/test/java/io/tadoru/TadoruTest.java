package io.tadoru;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TadoruTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpListsTheCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("parse", "setup", "config", "generate-completion", "Exit codes");
    }

    @Test
    void noCommandOrAnUnknownOneIsUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("prase")).isEqualTo(2);
        assertThat(run("config", "--nothing")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void settingsInForceAreResults() {
        assertThat(run("config", "--set", "kafka.partitions=3")).isZero();
        assertThat(out.toString()).contains("kafka.partitions: 3   # --set kafka.partitions");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aMistakenSettingIsOneSentence() {
        assertThat(run("config", "--set", "kafka.partition=3")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("tadoru: --set kafka.partition: unknown setting kafka.partition; "
                        + "did you mean kafka.partitions?");
    }

    @Test
    void anUnknownConnectorIsUsageAndNamesTheKnownOnes() {
        String folder = System.getProperty("tadoru.root") + "/connectors";

        assertThat(run("parse", "--set", "connectors.directory=" + folder, "--connector", "sqiud"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no connector 'sqiud'", "squid");
    }

    private int run(String... arguments) {
        CommandLine command = Tadoru.commandLine();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
