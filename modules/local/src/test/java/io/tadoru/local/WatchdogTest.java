package io.tadoru.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watchdog ends the server it started, and no other. */
class WatchdogTest {
    private static final List<String> STUBBORN =
            List.of("sh", "-c", "trap 'echo asked' TERM; echo ready; while :; do sleep 1; done");

    @TempDir
    Path folder;

    @Test
    void aServerThatStartsWhileTheOldOneIsStillEndingIsLeftAlone() throws IOException {
        Path pidFile = folder.resolve("pid");
        Process old = new ProcessBuilder("sleep", "60").start();
        Process next = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(pidFile, Long.toString(old.pid()));
            Path console = folder.resolve("console.log");
            Watchdog watchdog = Watchdog.start(STUBBORN, Map.of("TADORU_WATCHDOG_GRACE", "5"), pidFile, console);
            awaitSaid(console, "ready");
            Thread closing = Thread.startVirtualThread(watchdog::close);
            awaitSaid(console, "asked");
            Files.writeString(pidFile, Long.toString(next.pid()));

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !old.isAlive());
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !closing.isAlive());
            assertThat(next.isAlive()).isTrue();
        } finally {
            old.destroyForcibly();
            next.destroyForcibly();
        }
    }

    private static void awaitSaid(Path console, String word) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Files.readString(console).contains(word));
    }
}
