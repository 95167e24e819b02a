package io.tadoru.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Limits;
import io.tadoru.event.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SyslogFramesTest {
    @Test
    void cutsAtLineFeeds() throws IOException {
        assertThat(cut("<13>one\n<13>two\r\n\n<13>three")).containsExactly("<13>one", "<13>two", "<13>three");
    }

    @Test
    void cutsByLengthAndKeepsLineFeedsWithin() throws IOException {
        assertThat(cut("8 <13>a\nbc7 <13>two")).containsExactly("<13>a\nbc", "<13>two");
    }

    @Test
    void toleratesALineFeedThatIsNotCounted() throws IOException {
        assertThat(cut("7 <13>one\n7 <13>two\n")).containsExactly("<13>one", "<13>two");
    }

    @Test
    void takesALineThatBeginsWithDigitsForALine() throws IOException {
        assertThat(cut("2022-02-26 one\n2022 two\n")).containsExactly("2022-02-26 one", "2022 two");
    }

    @Test
    void goesOnByLineFeedsWhenALengthIsMissing() throws IOException {
        assertThat(cut("7 <13>one<13>two\n<13>three\n")).containsExactly("<13>one", "<13>two", "<13>three");
    }

    @Test
    void handsOnARecordThatTheConnectionCutShort() throws IOException {
        assertThat(cut("99 <13>one")).containsExactly("<13>one");
    }

    @Test
    void keepsOnlyHeadLengthAndHashOfACountedRecordThatIsTooLong() throws IOException {
        String record = "<13>" + "x".repeat(Limits.LINE_BYTES);
        List<Line> lines =
                lines(new ByteArrayInputStream((record.length() + " " + record + "7 <13>two").getBytes(ISO_8859_1)));
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isInstanceOfSatisfying(Line.TooLong.class, line -> {
            assertThat(line.length()).isEqualTo(record.length());
            assertThat(line.sha256()).isEqualTo(Sha256.hex(record));
            assertThat(line.head()).hasSize(Limits.HEAD_BYTES);
        });
    }

    @Test
    void makesSomethingOfAnyBytesHoweverTheyAreSplit() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = hostile(random);
            List<String> whole = texts(new ByteArrayInputStream(bytes));
            assertThat(texts(new Dripping(bytes, random))).as("seed %d", seed).isEqualTo(whole);
        }
    }

    private static byte[] hostile(Random random) {
        String alphabet = "0123456789 <>\n\r\0ab\u00ff";
        byte[] bytes = new byte[random.nextInt(400)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return bytes;
    }

    private static List<String> cut(String text) throws IOException {
        return texts(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    }

    private static List<String> texts(InputStream in) throws IOException {
        return lines(in).stream()
                .map(line -> new String(((Line.Whole) line).bytes(), ISO_8859_1))
                .toList();
    }

    private static List<Line> lines(InputStream in) throws IOException {
        SyslogFrames frames = new SyslogFrames(in);
        List<Line> lines = new ArrayList<>();
        for (Line line = frames.next(); line != null; line = frames.next()) {
            lines.add(line);
        }
        return lines;
    }

    /** Gives a few bytes at a time, as a network does. */
    private static final class Dripping extends InputStream {
        private final ByteArrayInputStream bytes;
        private final Random random;

        Dripping(byte[] bytes, Random random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, Math.min(length, 1 + random.nextInt(3)));
        }
    }
}
