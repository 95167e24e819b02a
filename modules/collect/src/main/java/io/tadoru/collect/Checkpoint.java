package io.tadoru.collect;

import io.tadoru.event.Json;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a followed file has been read and is safe in Kafka.
 *
 * @param head by which the file is known again
 * @param key the file system's own name of it (device and inode); decides between files that begin alike
 * @param offset after the last safe line
 */
record Checkpoint(Head head, String key, long offset) {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);

    /** Where a source's checkpoint lies. */
    static Path file(Path folder, SourceInput source, Path followed) {
        String name = source.name() + "|" + followed.toAbsolutePath().normalize();
        return folder.resolve(Sha256.hex(name).substring(0, 32) + ".json");
    }

    /** What the file holds; nothing when there is none or it is damaged: then the followed file is read anew. */
    static Optional<Checkpoint> load(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), Checkpoint.class));
        } catch (UncheckedIOException e) {
            LOG.warn("Checkpoint {} cannot be read; its file is read from the beginning", file);
            return Optional.empty();
        }
    }

    /** Replaces the file, whole or not at all. */
    void save(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
        Path half = folder.resolve(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(Json.bytes(this)));
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a file may be the one that was read. */
    boolean fits(Path candidate) throws IOException {
        try (FileChannel channel = FileChannel.open(candidate)) {
            return channel.size() >= offset && head.begins(channel);
        }
    }
}
