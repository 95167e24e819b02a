package io.tadoru.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tadoru.event.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTailerTest {
    @TempDir
    Path folder;

    private final Kept kept = new Kept();
    private Path log;

    @BeforeEach
    void name() {
        log = folder.resolve("access.log");
    }

    @Test
    void readsToTheEndWithALastLineThatHasNoLineFeed() throws Exception {
        write("one\n\ntwo\r\nthree");
        readOnce();
        assertThat(kept.texts()).containsExactly("one", "two", "three");
        assertThat(kept.sent.getFirst().origin()).isEqualTo(new Origin("proxy", "squid", log.toString()));
        assertThat(kept.positions()).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(kept.positions().getLast()).endsWith(":10");
    }

    @Test
    void givesTheSamePositionsHoweverTheFileHasGrownOrIsCalled() throws Exception {
        write("one\ntwo\n");
        readOnce();
        List<String> first = List.copyOf(kept.positions());
        kept.sent.clear();
        write("three\n" + "x".repeat(3_000) + "\n");
        log = Files.move(log, folder.resolve("renamed"));
        readOnce();
        assertThat(kept.positions().subList(0, 2)).isEqualTo(first);
        assertThat(kept.positions()).doesNotHaveDuplicates();
    }

    @Test
    void tellsFilesApartThatBeginAlike() throws Exception {
        String header = "#".repeat(2_000) + "\n";
        write(header + "one\n");
        readOnce();
        Files.writeString(log, header + "two\n");
        readOnce();
        assertThat(kept.positions()).hasSize(4);
        assertThat(kept.positions().get(2)).isEqualTo(kept.positions().get(0));
        assertThat(kept.positions().get(3)).isNotEqualTo(kept.positions().get(1));
    }

    @Test
    void rejectsALineThatIsTooLongWithItsPosition() throws Exception {
        write("one\n" + "x".repeat(Limits.LINE_BYTES + 1) + "\ntwo\n");
        readOnce();
        assertThat(kept.texts()).containsExactly("one", "two");
        assertThat(kept.rejected)
                .singleElement()
                .satisfies(reject -> assertThat(reject.position()).endsWith(":4"));
    }

    @Test
    void failsForAFileThatIsNotThere() {
        assertThatThrownBy(this::readOnce).hasRootCauseInstanceOf(java.nio.file.NoSuchFileException.class);
    }

    @Test
    void waitsForTheFileAndForTheEndOfALine() throws IOException {
        try (CollectStep step = follow()) {
            write("one\ntw");
            await().until(() -> kept.texts().equals(List.of("one")));
            write("o\n");
            await().until(() -> kept.texts().equals(List.of("one", "two")));
            assertThat(step.counters().received()).isEqualTo(2);
        }
    }

    @Test
    void goesOnAtTheCheckpointAfterARestart() throws IOException {
        write("one\ntwo\nthr");
        try (CollectStep step = follow()) {
            await().until(() -> step.counters().received() == 2);
        }
        write("ee\nfour\n");
        try (CollectStep step = follow()) {
            await().until(() -> step.counters().received() == 2);
        }
        assertThat(kept.texts()).containsExactly("one", "two", "three", "four");
        List<String> followed = List.copyOf(kept.positions());
        kept.sent.clear();
        assertThat(read()).isEqualTo(followed);
    }

    @Test
    void followsARenamedFileToItsEndAndThenItsSuccessor() throws IOException {
        write("one\n");
        try (CollectStep step = follow()) {
            await().until(() -> step.counters().received() == 1);
            Path old = Files.move(log, folder.resolve("access.log.1"));
            Files.writeString(old, "two\n", StandardOpenOption.APPEND);
            write("three\n");
            await().until(() -> kept.texts().equals(List.of("one", "two", "three")));
        }
    }

    @Test
    void findsWhatWasRotatedAwayWhileNobodyFollowed() throws IOException {
        write("one\n");
        try (CollectStep step = follow()) {
            await().until(() -> step.counters().received() == 1);
        }
        write("two\n");
        Files.move(log, folder.resolve("access.log.2"));
        Files.setLastModifiedTime(folder.resolve("access.log.2"), java.nio.file.attribute.FileTime.fromMillis(1_000));
        Files.writeString(folder.resolve("access.log.1"), "three\n");
        write("four\n");
        try (CollectStep step = follow()) {
            await().until(() -> step.counters().received() == 3);
        }
        assertThat(kept.texts()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void beginsAnewAfterTruncation() throws IOException {
        write("one\ntwo\n");
        try (CollectStep step = follow()) {
            await().until(() -> step.counters().received() == 2);
            Files.writeString(log, "new\n", StandardOpenOption.TRUNCATE_EXISTING);
            await().until(() -> kept.texts().equals(List.of("one", "two", "new")));
        }
    }

    @Test
    void doesNotGoOnBeyondALineThatKafkaDidNotTake() throws IOException {
        kept.refusal = new IllegalStateException("away");
        write("one\ntwo\n");
        try (CollectStep step = follow()) {
            await().until(() -> step.counters().failed() > 0);
            kept.refusal = null;
            await().until(() -> kept.texts().equals(List.of("one", "two")));
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<String> read() {
        readOnce();
        return List.copyOf(kept.positions());
    }

    private void readOnce() {
        try (CollectStep step = start(false)) {
            step.filesRead().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private CollectStep follow() {
        return start(true);
    }

    private CollectStep start(boolean follow) {
        var source = new SourceInput("proxy", "squid", new SourceInput.File(log, follow));
        return CollectStep.start(CollectSettings.of(folder.resolve("checkpoints")), List.of(source), kept);
    }
}
