package io.tadoru.investigate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much a packed file may become: logs shrink to a twentieth or a fiftieth, so what grows far beyond is no log. */
final class Budget {
    private static final long ALWAYS = 64L << 20;
    private static final int RATIO = 200;
    private static final long NEVER = 1L << 40;

    private final long limit;
    private long spent;

    /** For a file of that size; all entries of an archive share one. */
    Budget(long packed) {
        this(packed, ALWAYS);
    }

    /** Never less than {@code always}, so that a small file of equal lines is no suspect. */
    Budget(long packed, long always) {
        this.limit = Math.min(Math.max(packed, 0) > NEVER / RATIO ? NEVER : Math.max(always, packed * RATIO), NEVER);
    }

    InputStream on(InputStream in) {
        return new Bounded(in);
    }

    private void spend(int bytes) throws Damaged {
        spent += Math.max(bytes, 0);
        if (spent > limit) {
            throw new Damaged("expands to more than " + limit
                    + " bytes, beyond what logs do: unpack it yourself if it is" + " one, and give the folder");
        }
    }

    private final class Bounded extends FilterInputStream {
        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            spend(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            spend(read);
            return read;
        }
    }
}
