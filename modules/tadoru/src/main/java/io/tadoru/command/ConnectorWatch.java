package io.tadoru.command;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs something again whenever a connector's file changes. */
final class ConnectorWatch {
    private static final int DEPTH = 4;
    /** An editor writes a file in several steps. */
    private static final long CALM_MILLIS = 200;

    private ConnectorWatch() {}

    /** Until the thread is interrupted, or for ever. */
    static void each(Path folder, Runnable again) {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            while (!Thread.currentThread().isInterrupted()) {
                register(folder, watch);
                await(watch);
                again.run();
            }
        } catch (IOException e) {
            throw new CommandFailed(folder + " cannot be watched: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Anew each time, for a folder may have come. */
    private static void register(Path folder, WatchService watch) throws IOException {
        try (Stream<Path> folders = Files.find(folder.toRealPath(), DEPTH, (path, a) -> a.isDirectory())) {
            for (Path path : folders.toList()) {
                path.register(
                        watch,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
    }

    private static void await(WatchService watch) throws InterruptedException {
        for (WatchKey key = watch.take(); key != null; key = watch.poll(CALM_MILLIS, TimeUnit.MILLISECONDS)) {
            key.pollEvents();
            key.reset();
        }
    }
}
