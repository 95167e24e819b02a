package io.tadoru.collect;

import io.tadoru.connector.Framer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Reads one file from an offset: to its end, or on and on until another file has taken its name. */
final class FileRead implements FollowedStream.AtEnd, AutoCloseable {
    /** What had been read is gone from the file. */
    static final class Truncated extends IOException {
        Truncated() {
            super("The file was truncated");
        }
    }

    private static final Duration SAFE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 200;
    // whoever renames a file may write to it for a moment more
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final FileContext context;
    private final boolean follow;
    private final FileChannel file;
    private final String key;
    private final RecordCutter lines;
    private final FilePositions positions;
    private final Outstanding outstanding = new Outstanding(SAFE);
    private Head head;
    private long done;
    private long saved;
    private long quietAt;
    private long quietSince;

    private FileRead(FileContext context, Rotation.Part part, boolean follow, FileChannel file) throws IOException {
        this.context = context;
        this.follow = follow;
        this.file = file.position(part.from());
        this.key = FileKey.of(part.path());
        Framer framer = framer(context, part);
        ByteInput in = new ByteInput(new FollowedStream(file, this), part.from());
        this.lines = new RecordCutter(new LineCutter(in, LineEnd.of(framer.charset())), framer);
        this.positions = new FilePositions(context.source().name(), file);
        this.head = Head.of(file, part.from());
        this.done = part.from();
        this.saved = part.from();
        this.quietAt = part.from();
        this.quietSince = System.nanoTime();
    }

    @SuppressWarnings("MustBeClosedChecker") // closed by close(), or here when that never comes to be
    static FileRead open(FileContext context, Rotation.Part part, boolean follow) throws IOException {
        FileChannel file = FileChannel.open(part.path());
        try {
            return new FileRead(context, part, follow, file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** One that knows the headers before the place where reading goes on. */
    private static Framer framer(FileContext context, Rotation.Part part) throws IOException {
        Framer framer = context.source().framers().get();
        if (part.from() > 0 && framer.heeds()) {
            headers(framer, part);
        }
        return framer;
    }

    private static void headers(Framer framer, Rotation.Part part) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(part.path()))) {
            LineCutter before = new LineCutter(new ByteInput(file, 0), LineEnd.of(framer.charset()));
            for (Line line = before.next(); line != null && line.start() < part.from(); line = before.next()) {
                if (line instanceof Line.Whole whole) {
                    framer.heed(whole.bytes());
                }
            }
        }
    }

    /** Hands on every line; returns at the end, when another file has the name, or when closed. */
    void run() throws IOException {
        for (Line line = lines.next(); line != null && !context.isClosed(); line = lines.next()) {
            take(line);
            if (outstanding.isEmpty()) {
                save();
            }
        }
        settle();
    }

    private void take(Line line) throws IOException {
        outstanding.add(context.intake().accept(context.origin(), positions.of(line), line));
        done = lines.position();
    }

    @Override
    public boolean lookAgain() throws IOException {
        if (!follow) {
            return false;
        }
        flush();
        settle();
        if (file.size() < file.position() || !head.begins(file)) {
            throw new Truncated();
        }
        return !context.isClosed() && !isOver() && pause();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private boolean isOver() throws IOException {
        return isQuiet() && isReplaced();
    }

    private boolean isQuiet() throws IOException {
        if (file.position() != quietAt) {
            quietAt = file.position();
            quietSince = System.nanoTime();
        }
        return System.nanoTime() - quietSince > GRACE.toNanos();
    }

    /** A record of several lines is whole when no more come. */
    private void flush() throws IOException {
        Line last = isQuiet() ? lines.flush() : null;
        if (last != null) {
            take(last);
        }
    }

    private boolean isReplaced() throws IOException {
        try {
            return !FileKey.of(context.path()).equals(key);
        } catch (NoSuchFileException e) {
            return false; // renamed, and the next is not there yet
        }
    }

    private boolean pause() {
        try {
            return !context.closed().await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void settle() throws IOException {
        outstanding.await();
        save();
    }

    private void save() throws IOException {
        if (done == saved) {
            return;
        }
        head = Head.of(file, done);
        saved = done;
        if (context.remembers()) {
            new Checkpoint(head, key, done).save(context.checkpoint());
        }
    }
}
