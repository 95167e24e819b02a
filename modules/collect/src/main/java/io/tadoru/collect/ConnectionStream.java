package io.tadoru.collect;

import java.io.IOException;
import java.io.InputStream;

/** A connection's bytes; reset and silence end it like a close, so that what had come before is still handed on. */
final class ConnectionStream extends InputStream {
    private final InputStream in;

    ConnectionStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            return -1;
        }
    }
}
