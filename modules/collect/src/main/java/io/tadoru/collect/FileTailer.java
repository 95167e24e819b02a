package io.tadoru.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file as a source: read once to its end, or followed through renames and truncation, with a checkpoint that moves only
 * over lines that are safe. Whatever is read twice has the same positions, so it counts once.
 */
final class FileTailer implements Listener {
    private static final Logger LOG = LoggerFactory.getLogger(FileTailer.class);
    private static final long RETRY_MILLIS = 1_000;

    private final FileContext context;
    private final boolean follow;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final Thread thread;

    private FileTailer(FileContext context, boolean follow) {
        this.context = context;
        this.follow = follow;
        this.thread = Thread.ofPlatform()
                .name("file-" + context.source().name())
                .daemon()
                .unstarted(this::run);
    }

    static FileTailer start(SourceInput source, SourceInput.File input, Path checkpoints, Intake intake) {
        Path checkpoint = Checkpoint.file(checkpoints, source, input.path());
        var context = new FileContext(source, input.path(), checkpoint, input.follow(), intake, new CountDownLatch(1));
        FileTailer tailer = new FileTailer(context, input.follow());
        tailer.thread.start();
        return tailer;
    }

    /** Done when the file has been read and every line is safe; a followed file only when it is closed. */
    CompletableFuture<Void> finished() {
        return finished;
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public void close() {
        context.closed().countDown();
        Threads.join(thread);
    }

    private void run() {
        try {
            boolean whole = false;
            while (!whole && !context.isClosed()) {
                whole = attempt() && !follow;
            }
            finished.complete(null);
        } catch (IOException | RuntimeException e) {
            LOG.error("Source {}: {} is read no more: {}", context.source().name(), context.path(), e.toString());
            finished.completeExceptionally(e);
        }
    }

    /** Whether it went through; otherwise it is to be taken up again at the last safe line. */
    private boolean attempt() throws IOException {
        try {
            read();
            return true;
        } catch (Outstanding.NotTaken e) {
            LOG.warn(
                    "Source {}: Kafka did not take lines of {}; trying again",
                    context.source().name(),
                    context.path());
        } catch (FileRead.Truncated e) {
            LOG.info("Source {}: {} was truncated", context.source().name(), context.path());
            return false;
        } catch (NoSuchFileException e) {
            if (!follow) {
                throw e;
            }
        }
        pause();
        return false;
    }

    private void read() throws IOException {
        if (!follow) {
            read(new Rotation.Part(context.path(), 0), false);
            return;
        }
        if (!Files.exists(context.path())) {
            throw new NoSuchFileException(context.path().toString());
        }
        List<Rotation.Part> parts = Rotation.parts(context.path(), Checkpoint.load(context.checkpoint()));
        for (Rotation.Part part : parts) {
            read(part, part.path().equals(context.path()));
        }
    }

    private void read(Rotation.Part part, boolean followed) throws IOException {
        try (FileRead file = FileRead.open(context, part, followed)) {
            file.run();
        }
    }

    private void pause() {
        try {
            var unused = context.closed().await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.closed().countDown();
        }
    }
}
