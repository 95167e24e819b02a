package io.tadoru.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.Framer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file's lines become records as their connector frames them, also where reading goes on after a stop. */
final class RecordsOfFilesTest {
    @TempDir
    Path folder;

    private final Kept kept = new Kept();

    private Supplier<Framer> framed(String frame) {
        Connector connector = connector(frame);
        return () -> new Framer(connector, StandardCharsets.UTF_8);
    }

    private Connector connector(String frame) {
        try {
            Path file = Files.createDirectories(folder.resolve("connectors/example"))
                    .resolve("connector.yml");
            Files.writeString(
                    file, "vendor: E\nproduct: E\nlayer: swg\ndetect: x\nframe: " + frame + "\nread: [json]\n");
            return ConnectorCatalog.load(folder.resolve("connectors"))
                    .find("example")
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CollectStep start(Supplier<Framer> framers, boolean follow) {
        var input = new SourceInput.File(folder.resolve("log"), follow);
        var source = new SourceInput("s", "example", input, framers);
        return CollectStep.start(CollectSettings.of(folder.resolve("checkpoints")), List.of(source), kept);
    }

    /** Reads on until that is so, and stops. */
    private void follow(Supplier<Framer> framers, Callable<Boolean> done) {
        CollectStep step = start(framers, true);
        try {
            await().atMost(20, TimeUnit.SECONDS).until(done);
        } finally {
            step.close();
        }
    }

    private void write(String text) throws IOException {
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(folder.resolve("log"), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<String> contexts() {
        return kept.sent.stream().map(Kept.Sent::context).toList();
    }

    @Test
    void aHeaderGoesWithTheLinesAfterIt() throws IOException {
        write("#Fields: a b\n1 2\n#Fields: c\n3\n");
        try (CollectStep step = start(framed("{header: w3c}"), false)) {
            step.filesRead().orTimeout(20, TimeUnit.SECONDS).join();
        }
        assertThat(kept.texts()).containsExactly("#Fields: a b", "1 2", "#Fields: c", "3");
        assertThat(contexts()).containsExactly("", "#Fields: a b", "", "#Fields: c");
    }

    @Test
    void whoGoesOnReadingKnowsTheHeader() throws IOException {
        write("#Fields: a b\n1 2\n");
        follow(framed("{header: w3c}"), () -> kept.sent.size() == 2);
        write("3 4\n");
        follow(framed("{header: w3c}"), () -> kept.sent.size() == 3);
        assertThat(kept.texts().getLast()).isEqualTo("3 4");
        assertThat(contexts().getLast()).isEqualTo("#Fields: a b");
    }

    @Test
    void linesOfOneRecordAreSentAsOneAndTheLastWhenNoneFollows() throws IOException {
        write("> a\n b\n> c\n d\n e\n");
        follow(framed("{syslog: none, starts: '^>'}"), () -> kept.sent.size() == 2);
        assertThat(kept.texts()).containsExactly("> a\n b", "> c\n d\n e");
        assertThat(kept.positions()).doesNotHaveDuplicates();
    }

    @Test
    void aRecordThatWasNotWholeAtAStopIsReadWholeAfterIt() throws IOException {
        write("> a\n> b\n c\n");
        Supplier<Framer> framers = framed("{syslog: none, starts: '^>'}");
        follow(framers, () -> kept.texts().contains("> a"));
        write(" d\n> e\n");
        follow(framers, () -> kept.sent.size() >= 2);
        assertThat(kept.texts()).startsWith("> a", "> b\n c\n d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void linesOfTwoBytesACharacterAreCutBetweenCharacters(String name) throws IOException {
        Charset charset = Charset.forName(name);
        // U+0A0D and U+0D0A look like line ends when read by the byte
        String text = "\uFEFF請求書\u0A0D1\r\n\u0D0A2\n\n" + "三".repeat(50_000) + "\n";
        Supplier<Framer> framers = () -> new Framer(connector("none"), charset);
        append(text.getBytes(charset));
        follow(framers, () -> kept.sent.size() == 3);
        append("4\n5".getBytes(charset));
        follow(framers, () -> kept.sent.size() == 4);
        append("6\n".getBytes(charset));
        follow(framers, () -> kept.sent.size() == 5);

        assertThat(kept.texts(charset)).containsExactly("\uFEFF請求書\u0A0D1", "\u0D0A2", "三".repeat(50_000), "4", "56");
    }
}
