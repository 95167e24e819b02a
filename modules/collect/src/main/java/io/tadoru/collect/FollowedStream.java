package io.tadoru.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file's bytes; what its end means is asked of the one who follows it. */
final class FollowedStream extends InputStream {
    /** Called at the end of what is there: true to look again. */
    interface AtEnd {
        boolean lookAgain() throws IOException;
    }

    private final FileChannel file;
    private final AtEnd atEnd;

    FollowedStream(FileChannel file, AtEnd atEnd) {
        this.file = file;
        this.atEnd = atEnd;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = file.read(ByteBuffer.wrap(bytes, offset, length));
        while (count < 0 && atEnd.lookAgain()) {
            count = file.read(ByteBuffer.wrap(bytes, offset, length));
        }
        return count;
    }
}
