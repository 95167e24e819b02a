package io.tadoru.investigate;

import io.tadoru.connector.Charsets;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * An input as text: in the charset that was asked for, else in the one that its first bytes tell. Where line ends are not one byte, in
 * UTF-16, its bytes are made UTF-8 on the way, so that they can be cut into lines.
 *
 * @param bytes to cut into lines
 * @param lines the charset of those
 * @param stored the charset of the input itself, and who said so
 */
record TextInput(InputStream bytes, Charset lines, Choice<Charset> stored) {
    private static final int HEAD = 1 << 16;

    static TextInput of(InputStream unpacked, Choice<Charset> asked) throws Damaged {
        BufferedInputStream in = new BufferedInputStream(unpacked, HEAD);
        Choice<Charset> stored = asked.by().equals("default") ? told(in, asked) : asked;
        if (!isUtf16(stored.value())) {
            return new TextInput(in, stored.value(), stored);
        }
        try {
            InputStream utf8 = ReaderInputStream.builder()
                    .setReader(new InputStreamReader(in, stored.value()))
                    .setCharset(StandardCharsets.UTF_8)
                    .get();
            return new TextInput(utf8, StandardCharsets.UTF_8, stored);
        } catch (IOException e) {
            throw new Damaged("cannot be read as " + stored.value(), e);
        }
    }

    private static Choice<Charset> told(BufferedInputStream in, Choice<Charset> asked) {
        Optional<Charset> told = Charsets.of(head(in));
        return told.filter(charset -> !charset.equals(asked.value()))
                .map(charset -> new Choice<>(charset, "content"))
                .orElse(asked);
    }

    /** What cannot be read is told when it is read in earnest. */
    private static byte[] head(BufferedInputStream in) {
        try {
            in.mark(HEAD);
            byte[] head = in.readNBytes(HEAD - 1);
            in.reset();
            return head;
        } catch (IOException | RuntimeException e) {
            return new byte[0];
        }
    }

    static boolean isUtf16(Charset charset) {
        return charset.name().startsWith("UTF-16");
    }
}
