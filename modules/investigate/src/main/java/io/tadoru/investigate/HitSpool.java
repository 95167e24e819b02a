package io.tadoru.investigate;

import io.tadoru.detection.Correlated;
import io.tadoru.detection.Correlation;
import io.tadoru.detection.KeyedHit;
import io.tadoru.detection.Marks;
import io.tadoru.event.Json;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/** What events tell correlations, on disk by correlation and key until all is read: memory holds the hits of one key. */
final class HitSpool implements AutoCloseable {
    /** Of one key so many are looked at; more are no incident, but somebody's loop. */
    private static final int MOST = 200_000;

    private final Path folder;
    private final List<Correlation> correlations;
    private final Correlated correlated;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Options options =
            new Options().setCreateIfMissing(true).setCompressionType(CompressionType.LZ4_COMPRESSION);
    /** Nobody reads it after a crash. */
    private final WriteOptions writing = new WriteOptions().setDisableWAL(true);

    private @Nullable RocksDB rows;

    /** Takes the marks of a result. */
    interface Taker {
        void take(Marks marks) throws IOException;
    }

    /** For these correlations, each of which stands after those that feed it. */
    HitSpool(Path folder, Correlated correlated) {
        this.folder = folder;
        this.correlations = correlated.correlator().all();
        this.correlated = correlated;
        for (int i = 0; i < correlations.size(); i++) {
            numbers.put(correlations.get(i).ref().id(), i);
        }
    }

    void add(KeyedHit hit) throws IOException {
        String key = prefix(numbers.getOrDefault(hit.correlation(), 0)) + Sha256.hex(Json.text(hit.key()));
        try {
            open().put(writing, (key + "|" + hit.hit().id()).getBytes(StandardCharsets.UTF_8), Json.bytes(hit));
        } catch (RocksDBException e) {
            throw new IOException(folder + ": " + e.getMessage(), e);
        }
    }

    private static String prefix(int correlation) {
        return "%06d|".formatted(correlation);
    }

    /** Opened when the first hit comes: many runs have none. */
    private RocksDB open() throws IOException, RocksDBException {
        RocksDB opened = rows;
        if (opened == null) {
            PathUtils.createParentDirectories(folder);
            opened = RocksDB.open(options, folder.toString());
            rows = opened;
        }
        return opened;
    }

    /** Hands out all results' marks; what they tell other correlations comes to those, which are later. */
    void each(Taker taker) throws IOException {
        RocksDB filled = rows;
        for (int i = 0; filled != null && i < correlations.size(); i++) {
            each(filled, i, taker);
        }
    }

    private void each(RocksDB filled, int number, Taker taker) throws IOException {
        byte[] begin = prefix(number).getBytes(StandardCharsets.UTF_8);
        List<KeyedHit> ofKey = new ArrayList<>();
        try (RocksIterator all = filled.newIterator()) {
            for (all.seek(begin); all.isValid() && startsWith(all.key(), begin); all.next()) {
                KeyedHit hit = Json.read(all.value(), KeyedHit.class);
                if (!ofKey.isEmpty() && !ofKey.getFirst().key().equals(hit.key())) {
                    results(number, ofKey, taker);
                    ofKey.clear();
                }
                if (ofKey.size() < MOST) {
                    ofKey.add(hit);
                }
            }
            all.status();
        } catch (RocksDBException e) {
            throw new IOException(folder + ": " + e.getMessage(), e);
        }
        results(number, ofKey, taker);
    }

    private static boolean startsWith(byte[] key, byte[] begin) {
        return Arrays.mismatch(key, begin) >= begin.length;
    }

    private void results(int number, List<KeyedHit> ofKey, Taker taker) throws IOException {
        Correlation correlation = correlations.get(number);
        for (KeyedHit result : ofKey.isEmpty() ? List.<KeyedHit>of() : correlated.results(correlation, ofKey)) {
            Optional<Marks> marks = correlated.marks(correlation, result);
            if (marks.isPresent()) {
                taker.take(marks.get());
            }
            for (KeyedHit hit : correlated.onwards(correlation, result)) {
                add(hit);
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
