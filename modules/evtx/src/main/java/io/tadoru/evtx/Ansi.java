package io.tadoru.evtx;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text in the code page of the PC that wrote it, which the file does not name. The first that fits is taken: UTF-8 fits nothing
 * else by chance, Japan's fits most of Japan's, and in Latin 1 no byte is lost.
 */
final class Ansi {
    private static final Charset JAPAN = Charset.forName("windows-31j");

    private Ansi() {}

    static String text(byte[] bytes) {
        return strictly(StandardCharsets.UTF_8, bytes)
                .or(() -> strictly(JAPAN, bytes))
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
