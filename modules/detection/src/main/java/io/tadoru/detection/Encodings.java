package io.tadoru.detection;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** Sigma's {@code utf16le utf16be utf16 wide base64 base64offset}: how a word looks inside encoded text. */
final class Encodings {
    /** Characters at the start that still depend on what came before, and at the end on what follows. */
    private static final int[] START = {0, 2, 3};

    private static final int[] END = {0, 3, 2};

    private Encodings() {}

    static List<String> of(String text, Modifiers modifiers) {
        byte[] bytes = text.getBytes(charset(modifiers));
        if (modifiers.has("base64offset")) {
            return IntStream.range(0, 3)
                    .mapToObj(offset -> shifted(bytes, offset))
                    .toList();
        }
        return List.of(
                modifiers.has("base64")
                        ? Base64.getEncoder().encodeToString(bytes)
                        : new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Charset charset(Modifiers modifiers) {
        if (modifiers.has("utf16")) {
            return StandardCharsets.UTF_16;
        }
        if (modifiers.has("utf16be")) {
            return StandardCharsets.UTF_16BE;
        }
        return modifiers.has("wide") || modifiers.has("utf16le") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static String shifted(byte[] bytes, int offset) {
        byte[] padded = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, padded, offset, bytes.length);
        String encoded = Base64.getEncoder().encodeToString(padded);
        return encoded.substring(START[offset], encoded.length() - END[padded.length % 3]);
    }
}
