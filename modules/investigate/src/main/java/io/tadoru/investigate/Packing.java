package io.tadoru.investigate;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How bytes are packed, told by their beginning: names lie, and rotated logs often have none that helps. */
enum Packing {
    PLAIN,
    GZIP,
    ZSTD,
    ZIP;

    private static final int BUFFER = 1 << 16;
    /** ZIP: a first entry, or the end of an archive without any. */
    private static final int LOCAL = 0x504b0304;

    private static final int END = 0x504b0506;
    private static final int ZSTD_FRAME = 0x28b52ffd;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** Looks at the next bytes without taking them. */
    static Packing of(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] magic = in.readNBytes(4);
        in.reset();
        return magic.length < 4 ? PLAIN : of(magic);
    }

    private static Packing of(byte[] magic) {
        int word = 0;
        for (byte b : magic) {
            word = (word << 8) | (b & 0xff);
        }
        if (word >>> 16 == GZIP_MAGIC) {
            return GZIP;
        }
        return switch (word) {
            case LOCAL, END -> ZIP;
            case ZSTD_FRAME -> ZSTD;
            default -> PLAIN;
        };
    }

    /** The unpacked bytes, all members or frames of them. */
    InputStream unpack(BufferedInputStream in, Budget budget) throws IOException {
        return switch (this) {
            case PLAIN -> in;
            case GZIP ->
                budget.on(GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get());
            case ZSTD -> budget.on(new BufferedInputStream(new ZstdInputStream(in), BUFFER));
            case ZIP -> throw new Damaged("is a zip inside a packed file: unpack it yourself and give the folder");
        };
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
