package io.tadoru.investigate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An input that cannot be read on says so as {@link Damaged}, which nothing that writes results throws. */
final class Guarded extends FilterInputStream {
    /** Of a piece that is not whole, a packed file's reader gives nothing: small ones lose little. */
    private static final int PIECE = 4096;

    private @Nullable Damaged damaged;

    Guarded(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (damaged != null) { // a reader that failed may give anything when it is asked again
            throw damaged;
        }
        try {
            return super.read(into, offset, Math.min(length, PIECE));
        } catch (Damaged e) {
            damaged = e;
        } catch (IOException | RuntimeException e) { // a hostile archive may make its reader fail in any way
            damaged = new Damaged("cannot be read to its end: " + e.getMessage(), e);
        }
        throw damaged;
    }
}
