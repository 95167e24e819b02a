package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tadoru.Tadoru;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for those who mend connectors, as typed. */
class ConnectorCommandsTest {
    private static final String CONNECTORS =
            "--set=connectors.directory=" + Path.of(System.getProperty("tadoru.root"), "connectors");

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... words) {
        return Tadoru.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(words);
    }

    @Test
    void listShowsEachWithItsSamples() {
        assertThat(run("connector", "list", "--layer", "swg", CONNECTORS)).isZero();
        assertThat(said.toString())
                .contains("LAYER", "squid", "symantec_proxysg")
                .doesNotContain("postfix");
        assertThat(said.toString().lines().skip(1)).allMatch(line -> line.endsWith("yes"));
    }

    @Test
    void scrubFindsNamesByTheConnector() throws IOException {
        Path log = folder.resolve("access.log");
        Files.writeString(
                log,
                "1645837323.120 45 10.1.2.3 TCP_MISS/200 48 GET http://files.corp.co.jp/a hanako HIER_DIRECT/8.8.4.4 text/html\n");
        assertThat(run("connector", "scrub", "--connector", "squid", "--key", "k", log.toString(), CONNECTORS))
                .isZero();
        assertThat(said.toString())
                .contains("TCP_MISS/200")
                .doesNotContain("10.1.2.3", "8.8.4.4", "corp.co.jp", "hanako");
    }

    @Test
    void anUnknownConnectorIsToldWithTheNearest() {
        assertThat(run("connector", "test", "squidd", CONNECTORS)).isEqualTo(2);
        assertThat(said.toString()).contains("did you mean squid?");
    }

    @Test
    void aConnectorIsNotMadeTwice() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "a=1 b=2 c=3\n");
        assertThat(run("connector", "new", "--id", "squid", "--layer", "swg", log.toString(), CONNECTORS))
                .isEqualTo(1);
        assertThat(said.toString()).contains("there is a connector squid already");
        assertThat(run("connector", "new", "--id", "No Name", "--layer", "swg", log.toString(), CONNECTORS))
                .isEqualTo(2);
    }

    @Test
    void watchTestsAgainWhenAFileChanges() throws Exception {
        Path connectors = folder.resolve("connectors");
        Path samples = Files.createDirectories(connectors.resolve("swg/example/samples"));
        Files.writeString(samples.resolveSibling("connector.yml"), """
                vendor: E
                product: E
                layer: swg
                detect: '^a='
                frame: none
                read: [kv]
                map: {'@timestamp': receipt.time, user.name: a}
                """);
        Files.writeString(samples.resolve("a.log"), "a=taro\n");
        String folders = "--set=connectors.directory=" + connectors;
        assertThat(run("connector", "test", "--update", folders)).isZero();

        Thread watching = Thread.startVirtualThread(() -> run("connector", "test", "--watch", folders));
        try {
            await().untilAsserted(
                            () -> assertThat(times("0 not as they must be")).isEqualTo(2));
            // Until it looks, a change is missed: so again and again, and calm between for longer than it waits for
            // calm.
            await().pollInterval(Duration.ofSeconds(2))
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> {
                        Files.writeString(samples.resolve("a.log"), "a=jiro\n");
                        assertThat(times("1 not as they must be")).isPositive();
                    });
            assertThat(said.toString()).contains("- user.name: \"taro\"", "+ user.name: \"jiro\"");
        } finally {
            watching.interrupt();
            watching.join();
        }
    }

    private int times(String words) {
        return said.toString().split(words, -1).length - 1;
    }
}
