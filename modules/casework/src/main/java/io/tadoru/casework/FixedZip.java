package io.tadoru.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip file whose bytes depend on names and contents alone. Nothing is compressed: compressors differ between versions of
 * Java, and what is stored as it is can be read even out of a damaged file.
 */
final class FixedZip implements AutoCloseable {
    /** Noon: Java writes a further stamp, in its own time zone, where the oldest moment that zip knows is asked for. */
    private static final LocalDateTime STAMP = LocalDateTime.of(1980, 1, 1, 12, 0);

    private final ZipOutputStream out;

    FixedZip(OutputStream out) {
        this.out = new ZipOutputStream(out);
    }

    void put(String name, long size, long crc, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(STAMP);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(crc);
        out.putNextEntry(entry);
        content.transferTo(out);
        out.closeEntry();
    }

    /** Writes the directory; what is written to stays open. */
    void finish() throws IOException {
        out.finish();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
