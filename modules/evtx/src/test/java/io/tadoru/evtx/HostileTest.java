package io.tadoru.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.evtx.Written.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the bytes: records and damages, no exception, and soon. */
@Timeout(120)
class HostileTest {
    private static final Path PAIRS =
            Path.of(System.getProperty("tadoru.root", ".")).resolve("../shared/evtx");

    private static byte[] chunk(long first, int records) {
        Written written = new Written();
        written.begin(first);
        int definition = written.template(() -> {
            written.system().open("EventData").content();
            written.open("Data", true).attribute("Name").text("Text").content();
            written.place(0, 1, true).close();
            written.open("Data", true).attribute("Name").text("Many").content();
            written.place(1, 0x88, true).close().close().close();
        });
        for (int i = 0; i < records; i++) {
            if (i > 0) {
                written.begin(first + i).templateAt(definition);
            }
            written.values(new Value(1, Written.utf16("value " + i)), new Value(0x88, new byte[8]))
                    .end();
        }
        return written.chunk();
    }

    private static byte[] file() {
        return Written.file(chunk(1, 20), chunk(21, 20));
    }

    @Test
    void aWholeFileIsRead() {
        Collected whole = Collected.of(file());
        assertThat(whole.records()).hasSize(40);
        assertThat(whole.damages()).isEmpty();
    }

    @Test
    void aFileThatIsCutOffGivesWhatIsThereAndSaysSo() {
        byte[] file = file();
        int before = 0;
        for (int end = 0; end < file.length; end += 512) {
            Collected read = Collected.of(Arrays.copyOf(file, end));
            assertThat(read.records()).hasSizeGreaterThanOrEqualTo(before);
            before = read.records().size();
            assertThat(read.damages()).as("cut at " + end).isNotEmpty();
            assertThat(read.damages().get(read.damages().size() - 1).reason())
                    .containsAnyOf("the file ends", "the file is cut off");
        }
        assertThat(before).isEqualTo(40);
    }

    @Test
    void aRecordThatIsCutOffIsHandedOver() {
        byte[] file = file();
        Collected read = Collected.of(Arrays.copyOf(file, LogFile.HEADER + 600));
        assertThat(read.records()).isEmpty();
        assertThat(read.damages())
                .first()
                .isEqualTo(new Collected.Damage(
                        LogFile.HEADER + 512, 88, "the file is cut off within chunk 1, after 600 of its 65536 bytes"));
    }

    @Test
    void flippedBytesCostTheirRecordsAtMost() throws IOException {
        Random random = new Random(20260224);
        for (byte[] file : files()) {
            for (int run = 0; run < 200; run++) {
                byte[] flipped = file.clone();
                for (int i = 0; i <= run % 40; i++) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
                }
                Collected.of(flipped);
            }
        }
    }

    /** Where flips hurt most: in the first records, which hold the names and the templates. */
    @Test
    void flippedBytesInTemplatesAreBorne() throws IOException {
        Random random = new Random(4);
        for (byte[] file : files()) {
            for (int run = 0; run < 400; run++) {
                byte[] flipped = file.clone();
                for (int i = 0; i < 4; i++) {
                    flipped[LogFile.HEADER + 512 + random.nextInt(3000)] = (byte) random.nextInt(256);
                }
                Collected.of(flipped);
            }
        }
    }

    private static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>(List.of(file()));
        if (Files.isDirectory(PAIRS)) {
            try (Stream<Path> others = Files.list(PAIRS)) {
                for (Path path : others.filter(p -> p.toString().endsWith(".evtx"))
                        .sorted()
                        .limit(8)
                        .toList()) {
                    files.add(Files.readAllBytes(path));
                }
            }
        }
        return files;
    }

    @Test
    void aChunkOfZerosIsMissedWhereTheHeaderCountsIt() {
        byte[] file = Written.file(chunk(1, 20), new byte[Chunk.SIZE], chunk(41, 20));
        Collected read = Collected.of(file);
        assertThat(read.records()).hasSize(40);
        assertThat(read.damages())
                .extracting(Collected.Damage::reason)
                .containsExactly("chunk 2 holds nothing but zeros: its records are lost");
        byte[] spare = Arrays.copyOf(file(), file().length + Chunk.SIZE);
        assertThat(Collected.of(spare).damages()).isEmpty();
    }

    @Test
    void aDirtyHeaderCountsTooFewAndAllIsRead() {
        byte[] file = file();
        file[42] = 1;
        file[120] = 1;
        file[124] = 77;
        assertThat(Collected.of(file).records()).hasSize(40);
        assertThat(Collected.of(file).damages()).isEmpty();
    }

    @Test
    void recordsBehindAStaleEndAreReadWhenTheirNumbersGoOn() {
        byte[] stale = chunk(1, 20);
        ByteBuffer.wrap(stale).order(ByteOrder.LITTLE_ENDIAN).putInt(48, 600);
        assertThat(Collected.of(Written.file(stale)).records()).hasSize(20);
    }

    @Test
    void aChunkWithoutItsHeaderIsSearched() {
        byte[] chunk = chunk(1, 20);
        Arrays.fill(chunk, 0, 512, (byte) 0xee);
        Collected read = Collected.of(Written.file(chunk));
        assertThat(read.records()).hasSize(20);
        assertThat(read.damages()).containsExactly(new Collected.Damage(4096, 512, "no record begins here"));
    }

    @Test
    void aLengthThatLiesCostsOneRecordAtMost() {
        for (int lie : new int[] {0, 1, 28, 60, 5000, 65024, 65536, -1, Integer.MIN_VALUE}) {
            byte[] chunk = chunk(1, 20);
            ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).putInt(second(chunk) + 4, lie);
            Collected read = Collected.of(Written.file(chunk));
            assertThat(read.records()).as("length " + lie).hasSizeGreaterThanOrEqualTo(19);
        }
    }

    private static int second(byte[] chunk) {
        return 512 + ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).getInt(516);
    }

    @Test
    void countsAndSizesThatLieAreDamage() {
        for (int lie : new int[] {3, 1000, 65536, 65537, -1}) {
            Written written = new Written();
            written.begin(1);
            written.template(() -> written.system().close());
            written.i32(lie).end();
            assertThat(written.read().records()).isEmpty();
            assertThat(written.read().damages()).hasSize(1);
        }
    }

    @Test
    void aStreamThatBreaksGivesWhatCameBefore() {
        List<Object> got = new ArrayList<>();
        InputStream breaking = new InputStream() {
            private final InputStream in = new ByteArrayInputStream(file(), 0, LogFile.HEADER + Chunk.SIZE + 700);

            @Override
            public int read() throws IOException {
                int b = in.read();
                if (b < 0) {
                    throw new IOException("torn");
                }
                return b;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = in.read(into, offset, length);
                if (read < 0) {
                    throw new IOException("torn");
                }
                return read;
            }
        };
        Collected collected = new Collected(new ArrayList<>(), new ArrayList<>());
        try {
            new Evtx().read(breaking, collected);
        } catch (IOException e) {
            got.add(String.valueOf(e.getMessage()));
        }
        assertThat(got).containsExactly("torn");
        assertThat(collected.records()).hasSizeGreaterThanOrEqualTo(20);
    }
}
