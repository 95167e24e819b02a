package io.tadoru.connector;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells the charset of text by its first bytes, as far as bytes can tell: those that a Japanese office writes logs in. */
public final class Charsets {
    /** Both are superset names of what devices call Shift_JIS and EUC-JP. */
    private static final List<Charset> JAPANESE = List.of(Charset.forName("windows-31j"), Charset.forName("EUC-JP"));

    private Charsets() {}

    /** Empty when none fits, or when the bytes are none of text. */
    public static Optional<Charset> of(byte[] head) {
        return byMark(head).or(() -> byZeros(head)).or(() -> byForm(head));
    }

    private static Optional<Charset> byMark(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return starts(head, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** In UTF-16 half of each plain letter is a zero, always the same half; no other text holds any. */
    private static Optional<Charset> byZeros(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        int some = Math.max(1, head.length / 100);
        if (head.length < 4 || zeros[0] + zeros[1] == 0) {
            return Optional.empty();
        }
        if (zeros[1] >= some && zeros[0] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] >= some && zeros[1] == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<Charset> byForm(byte[] head) {
        if (oddity(head, StandardCharsets.UTF_8) >= 0) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return JAPANESE.stream()
                .filter(charset -> oddity(head, charset) >= 0)
                .min(Comparator.comparingInt(charset -> oddity(head, charset)));
    }

    /** How many characters nobody writes there are when the bytes are read so; negative when they cannot be. The end may be cut. */
    private static int oddity(byte[] head, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), text, false);
        return result.isError()
                ? -1
                : (int) text.flip().chars().filter(Charsets::isOdd).count();
    }

    /** Half-width katakana, control and private characters: what the wrong one of two charsets yields. */
    private static boolean isOdd(int c) {
        return (c >= 0xFF61 && c <= 0xFF9F) || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x80 && c < 0xA0);
    }
}
