package io.tadoru.investigate;

import io.tadoru.connector.RecordFormat;
import io.tadoru.connector.RecordFormats;
import io.tadoru.event.Sha256;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One input's bytes, unpacked, with size and hash of the form that is stored; each is read once. */
final class Content implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Stored stored;
    private final Packing packing;
    private final InputStream unpacked;
    private boolean whole;

    private Content(Stored stored, Packing packing, InputStream unpacked) {
        this.stored = stored;
        this.packing = packing;
        this.unpacked = new BufferedInputStream(new Guarded(unpacked), BUFFER);
    }

    /** Opens the input; what cannot be opened tells so when it is read, for it must not stop the others. */
    static Content of(Found found, Budget budget) {
        try {
            Stored stored = new Stored(stored(found, budget));
            BufferedInputStream in = new BufferedInputStream(stored, BUFFER);
            return found.broken() == null ? of(stored, in, budget) : broken(stored, found.broken());
        } catch (IOException | RuntimeException e) {
            return broken(new Stored(InputStream.nullInputStream()), Damaged.why(e, found.file()));
        }
    }

    private static InputStream stored(Found found, Budget budget) throws IOException {
        if (!found.inArchive()) {
            return Files.newInputStream(found.file());
        }
        return found.broken() == null
                ? budget.on(Archive.stream(found.file(), found.entry()))
                : InputStream.nullInputStream();
    }

    private static Content of(Stored stored, BufferedInputStream in, Budget budget) {
        try {
            Packing packing = Packing.of(in);
            return new Content(stored, packing, packing.unpack(in, budget));
        } catch (IOException | RuntimeException e) {
            return broken(stored, String.valueOf(e.getMessage()));
        }
    }

    private static Content broken(Stored stored, String why) {
        return new Content(stored, Packing.PLAIN, new Broken(why));
    }

    /** Throws {@link Damaged} when it cannot be read on; can be marked. */
    InputStream unpacked() {
        return unpacked;
    }

    /** The format when it is no text, told by its first bytes. */
    Optional<RecordFormat> format() throws IOException {
        try {
            return RecordFormats.of(unpacked);
        } catch (Damaged e) {
            return Optional.empty(); // whoever reads it as lines is told again
        }
    }

    Packing packing() {
        return packing;
    }

    /** Reads what nobody wanted, so that size and hash are of all of it. */
    void drain() {
        try {
            stored.transferTo(OutputStream.nullOutputStream());
            whole = true;
        } catch (IOException | RuntimeException e) {
            whole = false; // a damaged entry ends somewhere
        }
    }

    long size() {
        return stored.size;
    }

    /** Null when not all of it could be read; may be asked once. */
    @Nullable
    String sha256() {
        return !whole ? null : HexFormat.of().formatHex(stored.digest.digest());
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }

    private static final class Stored extends FilterInputStream {
        private final MessageDigest digest = Sha256.digest();
        private long size;

        Stored(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) {
                digest.update(into, offset, read);
                size += read;
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** Tells at the first byte what is wrong. */
    private static final class Broken extends InputStream {
        private final String why;

        Broken(String why) {
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            throw new Damaged(why);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            throw new Damaged(why);
        }
    }
}
