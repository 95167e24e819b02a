package io.tadoru.collect;

import io.tadoru.event.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The position of a line: {@code identity:offset}, the offset being that of its first byte. The identity is a hash of the
 * source's name, the file's first bytes up to the end of the line (1024 at most) and the line. So it comes from content
 * alone and is the same after a rename, a restart or a copy, however the file has grown; and two files that merely begin
 * with the same header, even one that inherits another's inode, never share a position unless the line is the same too.
 */
final class FilePositions {
    private static final int DIGITS = 32;

    private final String source;
    private final FileChannel file;
    private @Nullable Head whole;

    FilePositions(String source, FileChannel file) {
        this.source = source;
        this.file = file;
    }

    String of(Line line) throws IOException {
        String content = content(line);
        String identity = Sha256.hex(source + "\0" + head(end(line)).sha256() + "\0" + content);
        return identity.substring(0, DIGITS) + ":" + line.start();
    }

    private Head head(long end) throws IOException {
        if (whole != null) {
            return whole;
        }
        Head head = Head.of(file, end);
        whole = head.bytes() == Head.MOST ? head : null;
        return head;
    }

    private static String content(Line line) {
        return switch (line) {
            case Line.Whole complete -> Sha256.hex(complete.bytes());
            case Line.TooLong tooLong -> tooLong.sha256();
        };
    }

    private static long end(Line line) {
        return line.start()
                + switch (line) {
                    case Line.Whole complete -> complete.bytes().length;
                    case Line.TooLong tooLong -> tooLong.length();
                };
    }
}
