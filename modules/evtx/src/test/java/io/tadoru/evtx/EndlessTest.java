package io.tadoru.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.evtx.Written.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Small files that would keep a reader busy without end. */
@Timeout(120)
class EndlessTest {
    @Test
    void aTemplateWithinItselfIsDamage() {
        Written written = new Written();
        written.begin(1);
        int definition = written.at() + 10;
        written.template(() -> {
            written.system();
            written.templateAt(definition).values();
            written.close();
        });
        written.values().end();
        assertThat(written.read().damages())
                .singleElement()
                .satisfies(damage -> assertThat(damage.reason()).contains("nested deeper"));
    }

    /** Each of its places is the template again: without a limit it would be there when the sun is not. */
    @Test
    void aTemplateThatGrowsWithoutEndIsDamage() {
        Written written = new Written();
        written.begin(1);
        int definition = written.at() + 10;
        written.template(() -> {
            written.system();
            for (int i = 0; i < 200; i++) {
                written.templateAt(definition).values();
            }
            written.close();
        });
        written.values().end();
        for (int i = 2; i < 600; i++) {
            written.begin(i).templateAt(definition).values().end();
        }
        assertThat(soon(Written.file(repeat(written.chunk(), 160))).records()).isEmpty();
    }

    /** A text of 60,000 bytes, in a thousand places. */
    @Test
    void aTextThatIsRepeatedWithoutEndIsDamage() {
        Written written = new Written();
        written.begin(1);
        int definition = written.template(() -> {
            written.system().open("X").content();
            for (int i = 0; i < 1000; i++) {
                written.place(0, 0x0e, false);
            }
            written.close().close();
        });
        written.values(new Value(0x0e, new byte[40000])).end();
        for (int i = 2; i < 50; i++) {
            written.begin(i)
                    .templateAt(definition)
                    .i32(1)
                    .u16(20000)
                    .u8(0x0e)
                    .u8(0)
                    .end();
        }
        assertThat(soon(Written.file(repeat(written.chunk(), 160))).records()).isEmpty();
    }

    @Test
    void elementsWithinElementsWithoutEndAreDamage() {
        Written written = new Written();
        written.begin(1).system();
        for (int i = 0; i < 2000; i++) {
            written.open("X").content();
        }
        written.end();
        assertThat(written.read().damages()).hasSize(1);
    }

    @Test
    void garbageIsReadInASecondOrTwo() {
        byte[] garbage = new byte[10 << 20];
        new Random(1).nextBytes(garbage);
        assertThat(soon(garbage).records()).isEmpty();
    }

    @Test
    void garbageThatLooksLikeRecordsIsReadInASecondOrTwo() {
        for (int step : new int[] {4, 28, 32, 100}) {
            byte[] garbage = new byte[10 << 20];
            new Random(1).nextBytes(garbage);
            for (int i = 4096; i + step < garbage.length; i += step) {
                ByteBuffer.wrap(garbage).order(ByteOrder.LITTLE_ENDIAN).putInt(i, 0x2a2a);
                if (step > 8) {
                    ByteBuffer.wrap(garbage).order(ByteOrder.LITTLE_ENDIAN).putInt(i + 4, step * 100);
                }
            }
            assertThat(soon(garbage).records()).isEmpty();
        }
    }

    private static byte[][] repeat(byte[] chunk, int times) {
        byte[][] chunks = new byte[times][];
        Arrays.fill(chunks, chunk);
        return chunks;
    }

    private static Collected soon(byte[] file) {
        long from = System.nanoTime();
        Collected read = Collected.of(file);
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        assertThat(took).isLessThan(Duration.ofSeconds(20)); // ten times what it takes: other builds run here, too
        return read;
    }

    /** Each of ten thousand values would be an element with a hundred attributes. */
    @Test
    void anElementThatIsRepeatedWithoutEndIsDamage() {
        Written written = new Written();
        written.begin(1);
        written.template(() -> {
            written.system().open("X", true);
            for (int i = 0; i < 100; i++) {
                written.attribute("a").text("b".repeat(100));
            }
            written.content().open("Inner").content().close();
            written.place(0, 0x84, false).close().close();
        });
        written.values(new Value(0x84, new byte[10_000])).end();
        assertThat(written.read().damages())
                .singleElement()
                .satisfies(damage -> assertThat(damage.reason()).contains("longer than any real record"));
    }

    /** Names are stored once, and written each time. */
    @Test
    void aNameThatIsUsedWithoutEndIsDamage() {
        Written written = new Written();
        written.begin(1).system();
        for (int i = 0; i < 4500; i++) {
            written.open("n".repeat(250)).empty();
        }
        written.close().end();
        assertThat(written.read().damages())
                .singleElement()
                .satisfies(damage -> assertThat(damage.reason()).contains("longer than any real record"));
    }

    @Test
    void aNameThatNobodyWouldChooseIsDamage() {
        Written written = new Written();
        written.begin(1).open("n".repeat(257)).empty().end();
        assertThat(written.read().damages()).hasSize(1);
    }
}
