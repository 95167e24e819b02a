package io.tadoru.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Definitions;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.detection.Detector;
import io.tadoru.detection.RuleSet;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import io.tadoru.event.Reject;
import io.tadoru.event.Sha256;
import io.tadoru.identity.Office;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvestigationTest {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final String LINE =
            "1645837329.412    687 10.20.30.142 TCP_MISS/200 1024 GET http://www.example.com/a - HIER_DIRECT/203.0.113.80 text/html\n";

    @TempDir
    Path folder;

    private Findings run() throws IOException {
        Path rules = ROOT.resolve("rules");
        return new Investigation(
                        ConnectorCatalog.load(ROOT.resolve("connectors")),
                        new Detector(RuleSet.load(rules)),
                        Office.defaults(),
                        new Assembler(Definitions.read(rules.resolve("chains/malware-infection.yml"))))
                .run(folder, ZoneId.of("Asia/Tokyo"), StandardCharsets.UTF_8, folder.resolve("out"));
    }

    private List<Reject> rejects() throws IOException {
        List<Reject> rejects = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out/rejects.ndjson"))) {
            rejects.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Reject.class));
        }
        return rejects;
    }

    @Test
    void aLineTooLongIsARejectWithItsWholeLengthAndHash() throws IOException {
        String large = "x".repeat(2_000_000);
        Files.writeString(folder.resolve("access.log"), LINE.repeat(5) + large + "\n" + LINE);

        assertThat(run().inputs().get(0)).containsEntry("events", 6L).containsEntry("rejects", 1L);
        Reject reject = rejects().get(0);
        assertThat(reject.length()).isEqualTo(large.length());
        assertThat(reject.hash()).isEqualTo(Sha256.hex(large));
        assertThat(reject.head().length()).isLessThan(2 * Limits.HEAD_BYTES);
    }

    @Test
    void aLineOfExactlyTheLimitIsReadWithAndWithoutCarriageReturn() throws IOException {
        byte[] line = new byte[Limits.LINE_BYTES];
        Arrays.fill(line, (byte) 'x');
        Path file = folder.resolve("f");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(line);
        bytes.write("\r\n\r\n\n".getBytes(StandardCharsets.UTF_8));
        bytes.write(line);
        Files.write(file, bytes.toByteArray());

        try (Records lines = Records.of(file)) {
            assertThat(lines.next()).isInstanceOf(Records.Line.Whole.class);
            Records.Line second = lines.next();
            assertThat(second).isInstanceOf(Records.Line.Whole.class);
            assertThat(second == null ? -1 : second.offset()).isEqualTo(Limits.LINE_BYTES + 5);
            assertThat(lines.next()).isNull();
        }
    }

    @Test
    void whatARunWroteIsNotReadByTheNext() throws IOException {
        Files.writeString(folder.resolve("access.log"), LINE.repeat(3));
        run();

        Findings again = run();
        assertThat(again.inputs()).hasSize(1);
        assertThat(again.unrecognised()).isEmpty();
    }

    @Test
    void aDamagedArchiveIsNamedAndTheOthersAreRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(LINE.repeat(20_000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();
        Files.write(folder.resolve("a.gz"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("b.gz"), "no archive");
        Files.writeString(folder.resolve("c.log"), LINE);

        Findings findings = run();
        assertThat(findings.inputs()).hasSize(2);
        assertThat(findings.inputs().get(0)).containsEntry("path", "a.gz").containsKey("damaged");
        assertThat(findings.inputs().get(1)).containsEntry("path", "c.log").containsEntry("events", 1L);
        assertThat(findings.unrecognised()).hasSize(1);
    }
}
