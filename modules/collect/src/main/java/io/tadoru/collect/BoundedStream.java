package io.tadoru.collect;

import java.io.IOException;
import java.io.InputStream;

/** A body that may not exceed its limit, so that neither a large nor a cleverly compressed one fills anything. */
final class BoundedStream extends InputStream {
    /** The limit was exceeded. */
    static final class TooLarge extends IOException {
        TooLarge(long most) {
            super("The body exceeds " + most + " bytes.");
        }
    }

    private final InputStream in;
    private final long most;
    private long seen;

    BoundedStream(InputStream in, long most) {
        this.in = in;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        seen += Math.max(0, count);
        if (seen > most) {
            throw new TooLarge(most);
        }
        return count;
    }
}
