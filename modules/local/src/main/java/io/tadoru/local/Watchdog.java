package io.tadoru.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process that cannot outlive us, not even when we are killed: a small shell ends it when its pipe from us closes. */
final class Watchdog implements AutoCloseable {
    private static final int GRACE_SECONDS = 25; // the script's own 20, and some

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    /**
     * Starts the command.
     *
     * @param pidFile where the command writes the process to kill when it does not end by itself
     * @param console what the command prints
     */
    static Watchdog start(List<String> command, Map<String, String> environment, Path pidFile, Path console)
            throws IOException {
        List<String> whole = new ArrayList<>(List.of("sh", "-c", script(), "tadoru-watchdog", pidFile.toString()));
        whole.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(console.toFile());
        builder.environment().putAll(environment);
        return new Watchdog(builder.start());
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            shell.destroy(); // the pipe is broken: it has ended already
        }
        await();
    }

    private void await() {
        try {
            if (!shell.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String script() throws IOException {
        try (InputStream stream = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            if (stream == null) {
                throw new IllegalStateException("watchdog.sh is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
