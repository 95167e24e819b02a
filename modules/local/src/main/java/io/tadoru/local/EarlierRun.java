package io.tadoru.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Elasticsearch of a Tadoru that was killed: on its way out, and to be gone before the next opens the same files. */
final class EarlierRun {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierRun.class);
    private static final int PATIENCE_SECONDS = 20;

    private EarlierRun() {}

    /**
     * Asks it to end, in case nobody has, waits for it, then kills it. Only a process whose command line names our folder is
     * taken for it.
     */
    static void awaitEnd(Path pidFile, Path folder) throws IOException {
        Optional<ProcessHandle> running = running(pidFile).filter(process -> names(process, folder));
        if (running.isPresent()) {
            LOG.info(
                    "An earlier Elasticsearch (process {}) still runs in {}; it is told to end",
                    running.get().pid(),
                    folder);
            end(running.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> running(Path pidFile) throws IOException {
        String pid = Files.exists(pidFile) ? Files.readString(pidFile).strip() : "";
        return pid.matches("[0-9]{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    private static boolean names(ProcessHandle process, Path folder) {
        return commandLine(process).contains(folder.toString());
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return process.info().commandLine().orElse(""); // not Linux, or gone meanwhile
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Killing the earlier Elasticsearch (process {}): it did not end", process.pid());
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
