package io.tadoru.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.tadoru.event.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {
    @TempDir
    Path folder;

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] both(byte[] a, byte[] b) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(a);
        both.writeBytes(b);
        return both.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("case"), bytes);
    }

    private List<Found> found(byte[] bytes) throws IOException {
        return Archive.open(file(bytes), "case", new ArrayList<>());
    }

    private static String read(Found found) throws IOException {
        try (Content content = Content.of(found, new Budget(1 << 20))) {
            return new String(content.unpacked().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void allMembersOfGzipAreRead() throws IOException {
        byte[] two = both(gzip(bytes("one\n")), gzip(bytes("two\n")));

        assertThat(read(found(two).get(0))).isEqualTo("one\ntwo\n");
    }

    @Test
    void allFramesOfZstdAreRead() throws IOException {
        byte[] two = both(Zstd.compress(bytes("one\n")), Zstd.compress(bytes("two\n")));

        assertThat(read(found(two).get(0))).isEqualTo("one\ntwo\n");
    }

    @Test
    void anEntryOfAZipIsAnInputAndMayBePackedItself() throws IOException {
        Found entry = found(zip("mail/maillog.gz", gzip(bytes("one\n")))).get(0);

        assertThat(entry.name()).isEqualTo("case!mail/maillog.gz");
        assertThat(read(entry)).isEqualTo("one\n");
    }

    @Test
    void whatExpandsBeyondReasonStopsWithASentence() throws IOException {
        byte[] bomb = gzip(new byte[3 << 20]);
        Found found = found(bomb).get(0);
        String reason = "";
        long read = 0;
        try (Content content = Content.of(found, new Budget(bomb.length, 1 << 20))) {
            InputStream in = content.unpacked();
            for (int n = in.read(new byte[8192]); n >= 0; n = in.read(new byte[8192])) {
                read += n;
            }
        } catch (Damaged e) {
            reason = String.valueOf(e.getMessage());
        }

        assertThat(reason).contains("expands to more than");
        assertThat(read).isLessThan(2 << 20);
    }

    @Test
    void sizeAndHashAreOfTheBytesThatAreStored() throws IOException {
        byte[] packed = gzip(bytes("one\n"));
        try (Content content = Content.of(found(packed).get(0), new Budget(packed.length))) {
            content.drain();

            assertThat(content.size()).isEqualTo(packed.length);
            assertThat(content.sha256()).isEqualTo(Sha256.hex(packed));
        }
    }

    @Test
    void aBrokenZipIsOneInputThatSaysSo() throws IOException {
        byte[] zip = zip("a.log", bytes("one\n".repeat(1000)));
        Found found = found(Arrays.copyOf(zip, zip.length / 2)).get(0);

        assertThat(found.broken()).contains("cannot be opened");
    }
}
