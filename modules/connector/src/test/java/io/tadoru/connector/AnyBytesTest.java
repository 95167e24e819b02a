package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import io.tadoru.event.RawRecord;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever the bytes, a connector answers with a value, and the value can be sent on. */
class AnyBytesTest {
    private static final int VARIANTS = 10;
    private static final int STRETCHED = 4;
    /** No record may take longer. */
    private static final long MOST_NANOS = 50_000_000;
    /** One of more than 32 KB may where the machine is slow; on that of its author none does. */
    private static final long MOST_NANOS_OF_LARGE = 150_000_000;

    private static final int LARGE = 32 * 1024;

    /** The thread's own time, so that a busy machine makes nothing slow. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final List<Charset> CHARSETS =
            List.of(Charset.forName("Shift_JIS"), StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE);
    private static final String[] SPLINTERS = {
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        "=",
        ",",
        ";",
        ":",
        "<",
        ">",
        "%",
        "'",
        " ",
        "\u0000",
        "\uFEFF",
        "\uD83D\uDE00",
        "\\ud800",
        "999999999999999999999999",
        "-1",
        "1e999",
        "null",
        "::",
        "@",
        "=?UTF-8?B?!?=",
        "(",
        ")",
        "\n"
    };

    private final ConnectorCatalog catalog = ConnectorCatalog.load(Samples.CONNECTORS);

    @TestFactory
    Stream<DynamicTest> damagedSamplesEndAsValues() {
        return catalog.folders().entrySet().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getKey(),
                        () -> damage(catalog.find(folder.getKey()).orElseThrow(), folder.getValue())));
    }

    private void damage(Connector own, Path folder) {
        Random random = new Random(20220226);
        for (SampleFile sample : SampleFile.in(folder, own)) {
            for (RawRecord record : sample.records()) {
                for (int i = 0; i < VARIANTS; i++) {
                    read(own, sample, variant(record.bytes(), random), record.context(), random);
                }
            }
        }
    }

    /** By its own connector in several charsets, and by another one that expects nothing of the kind. */
    private void read(Connector own, SampleFile sample, byte[] bytes, String context, Random random) {
        check(own, bytes, context, sample.settings().charset());
        check(own, bytes, context, CHARSETS.get(random.nextInt(CHARSETS.size())));
        List<Connector> all = catalog.all();
        check(all.get(random.nextInt(all.size())), bytes, context, StandardCharsets.UTF_8);
    }

    private static void check(Connector connector, byte[] bytes, String context, Charset charset) {
        ReadSettings settings = new ReadSettings(Samples.TOKYO.zone(), charset, Samples.RECEIVED);
        var raw = new RawRecord("1", "s", connector.id(), "p", Samples.RECEIVED, bytes, context);
        long start = CPU.getCurrentThreadCpuTime();
        Parsed parsed = connector.parse(raw, settings);
        slow(connector, raw, settings, CPU.getCurrentThreadCpuTime() - start);
        switch (parsed) {
            case Parsed.Accepted accepted -> sendable(accepted);
            case Parsed.Dropped dropped -> assertThat(dropped.reason()).isNotEmpty();
            case Parsed.Rejected rejected -> explained(rejected, bytes);
        }
    }

    /** What was slow once may have waited for the machine; what is slow five times is slow. */
    private static void slow(Connector connector, RawRecord raw, ReadSettings settings, long nanos) {
        long most = raw.bytes().length < LARGE ? MOST_NANOS : MOST_NANOS_OF_LARGE;
        long best = nanos;
        for (int i = 0; i < 5 && best > most; i++) {
            long start = CPU.getCurrentThreadCpuTime();
            connector.parse(raw, settings);
            best = Math.min(best, CPU.getCurrentThreadCpuTime() - start);
        }
        if (best > most) {
            fail(connector.id() + " took " + best / 1_000_000 + " ms for "
                    + Excerpt.of(new String(raw.bytes(), StandardCharsets.UTF_8)));
        }
    }

    private static void sendable(Parsed.Accepted accepted) {
        Event event = accepted.event();
        assertThat(EventJson.decode(EventJson.encode(event))).isEqualTo(event);
        Json.bytes(accepted.observations());
    }

    /** The net below the connectors must never have been needed. */
    private static void explained(Parsed.Rejected rejected, byte[] bytes) {
        Json.bytes(rejected.reason());
        if (rejected.reason().matches("connector [a-z_]+ failed: (?s:.*)")) {
            fail(rejected.reason() + " for " + Excerpt.of(new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    private static byte[] variant(byte[] bytes, Random random) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> noise(bytes.clone(), random);
            case 2 -> random(random);
            case 3 -> spliced(line, random).getBytes(StandardCharsets.UTF_8);
            case 4 -> line.repeat(1 + random.nextInt(20)).getBytes(StandardCharsets.UTF_8);
            default -> spliced(spliced(line, random), random).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] noise(byte[] bytes, Random random) {
        for (int i = 0; i < 3 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String spliced(String line, Random random) {
        int at = random.nextInt(line.length() + 1);
        int until = Math.min(line.length(), at + random.nextInt(6));
        return line.substring(0, at) + SPLINTERS[random.nextInt(SPLINTERS.length)] + line.substring(until);
    }

    @Test
    void aLineOfTheLargestSizeIsReadAsFast() {
        for (String unit :
                List.of("a=\"x\"", "k=v ", "{\"a\":", "\"", "<1>", "=?a?B?b?=", "[", "\\", "1 ", ": ", "'")) {
            catalog.all().forEach(c -> check(c, stretched("", unit, ""), "", StandardCharsets.UTF_8));
        }
    }

    @TestFactory
    Stream<DynamicTest> samplesStretchedToTheLargestSizeAreReadAsFast() {
        return catalog.folders().entrySet().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getKey(),
                        () -> stretch(catalog.find(folder.getKey()).orElseThrow(), folder.getValue())));
    }

    private static void stretch(Connector own, Path folder) {
        for (SampleFile sample : SampleFile.in(folder, own)) {
            Charset charset = sample.settings().charset();
            sample.records().stream().limit(STRETCHED).forEach(record -> {
                String line = new String(record.bytes(), charset);
                String begin = line.substring(0, line.length() / 2);
                String end = line.substring(line.length() / 2);
                check(own, stretched(line, end, ""), record.context(), StandardCharsets.UTF_8);
                check(own, stretched(begin, begin, end), record.context(), StandardCharsets.UTF_8);
            });
        }
    }

    /** The unit as often between the others as there is room. */
    private static byte[] stretched(String before, String unit, String after) {
        int room = Limits.LINE_BYTES - bytes(before + after);
        String text = before + unit.repeat(Math.max(0, room / Math.max(1, bytes(unit)))) + after;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void aLineThatIsTooLongIsRejectedWithItsLength() {
        Connector squid = catalog.find("squid").orElseThrow();
        byte[] bytes = new byte[Limits.LINE_BYTES + 1];
        assertThat(squid.parse(new Samples(Samples.CONNECTORS, "squid").raw(1, bytes), Samples.TOKYO))
                .isEqualTo(new Parsed.Rejected("262145 bytes are more than 262144"));
    }

    @Test
    void bytesOfAnotherCharsetAreRejectedByItsName() {
        Connector squid = catalog.find("squid").orElseThrow();
        byte[] bytes = {'a', (byte) 0xE9, 'b'};
        assertThat(squid.parse(new Samples(Samples.CONNECTORS, "squid").raw(1, bytes), Samples.TOKYO))
                .isEqualTo(new Parsed.Rejected("the bytes are not UTF-8"));
    }
}
