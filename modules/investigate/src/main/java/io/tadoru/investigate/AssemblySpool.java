package io.tadoru.investigate;

import io.tadoru.connector.Assembly;
import io.tadoru.connector.Assembly.Completed;
import io.tadoru.connector.Member;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/**
 * Lines that tell one thing together, on disk and in the order in which they are put together until all are read: however many
 * there are, memory holds those of one thing.
 */
final class AssemblySpool implements AutoCloseable {
    private static final char FIRST_STAGE = '0';
    private static final char LAST_STAGE = '9';

    private final Path folder;
    private final Options options =
            new Options().setCreateIfMissing(true).setCompressionType(CompressionType.LZ4_COMPRESSION);
    /** Nobody reads it after a crash. */
    private final WriteOptions writing = new WriteOptions().setDisableWAL(true);

    private @Nullable RocksDB rows;

    /** Takes each event when it is complete. */
    interface Taker {
        void take(Completed completed) throws IOException;
    }

    AssemblySpool(Path folder) {
        this.folder = folder;
    }

    void add(Member member) throws IOException {
        try {
            open().put(writing, member.place().getBytes(StandardCharsets.UTF_8), member.bytes());
        } catch (RocksDBException e) {
            throw new IOException(folder + ": " + e.getMessage(), e);
        }
    }

    /** Opened when the first such line comes: most runs have none. */
    private RocksDB open() throws IOException, RocksDBException {
        RocksDB opened = rows;
        if (opened == null) {
            PathUtils.createParentDirectories(folder);
            opened = RocksDB.open(options, folder.toString());
            rows = opened;
        }
        return opened;
    }

    /** Hands out all of them, those of one thing one after the other. */
    void each(Taker taker) throws IOException {
        RocksDB filled = rows;
        for (char stage = FIRST_STAGE; filled != null && stage <= LAST_STAGE; stage++) {
            stage(filled, stage, taker);
        }
    }

    private void stage(RocksDB filled, char stage, Taker taker) throws IOException {
        Assembly assembly = new Assembly();
        try (RocksIterator all = filled.newIterator()) {
            for (all.seek(new byte[] {(byte) stage}); all.isValid() && all.key()[0] == stage; all.next()) {
                pass(assembly.next(Member.read(all.value())), taker);
            }
            all.status();
        } catch (RocksDBException e) {
            throw new IOException(folder + ": " + e.getMessage(), e);
        }
        pass(assembly.end(), taker);
    }

    private void pass(List<Completed> all, Taker taker) throws IOException {
        for (Completed completed : all) {
            Member next = completed.next();
            if (next.isDone()) {
                taker.take(completed);
            } else {
                add(next);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
            PathUtils.deleteDirectory(folder);
        }
        writing.close();
        options.close();
    }
}
