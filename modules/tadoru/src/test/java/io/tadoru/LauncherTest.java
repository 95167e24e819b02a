package io.tadoru;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, where {@code mvn} and {@code java} only write down how they were called. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("tadoru.root"), "tadoru");

    @TempDir
    Path folder;

    private Path checkout;

    @BeforeEach
    void makeACheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        Files.copy(LAUNCHER, checkout.resolve("tadoru"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(checkout.resolve("modules/tadoru/src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.writeString(checkout.resolve("modules/tadoru/pom.xml"), "");
        script(
                "bin/mvn",
                "echo \"mvn $*\" >>'%s'; sleep 1; mkdir -p modules/tadoru/target/lib modules/tadoru/target/classes"
                        .formatted(calls()));
        jdk("21.0.1");
    }

    @Test
    void theShellUnderstandsIt() throws Exception {
        assertThat(run(folder, List.of("sh", "-n", LAUNCHER.toString()), Map.of())
                        .status())
                .isZero();
    }

    @Test
    void itBuildsOnFirstUseAndAgainOnlyWhenSourcesAreNewer() throws Exception {
        assertThat(start("config").status()).isZero();
        assertThat(start("config").status()).isZero();
        assertThat(builds()).isEqualTo(1);

        Path source = Files.writeString(checkout.resolve("modules/tadoru/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(start("config").status()).isZero();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void argumentsAndHomeReachTheProgramFromAnywhereAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.resolve("tadoru"));

        Result result = run(folder, List.of("./link", "parse", "--connector", "a b"), Map.of());

        assertThat(result.out())
                .contains("-Dtadoru.home=" + checkout.toRealPath())
                .contains("-XX:TieredStopAtLevel=1")
                .contains("io.tadoru.Tadoru\nparse\n--connector\na b\n");
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @Test
    void unsafeMemoryIsAllowedOnlyWhereTheJdkAsks() throws Exception {
        assertThat(start("run").out()).contains("-Xmx768m").doesNotContain("sun-misc-unsafe");

        jdk("25");
        assertThat(start("run").out()).contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        Process first = process(folder, List.of(checkout.resolve("tadoru").toString(), "config"), Map.of());
        Result second = start("config");

        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).isZero();
        assertThat(second.status()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aLockWhoseOwnerIsGoneIsTakenAway() throws Exception {
        Path lock = Files.createDirectories(checkout.resolve(".tadoru/build.lock"));
        Files.writeString(lock.resolve("pid"), "999999999");

        assertThat(start("config").status()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void whatIsMissingIsOneSentence() throws Exception {
        Result noJdk = run(
                folder,
                List.of(checkout.resolve("tadoru").toString()),
                Map.of("TADORU_JAVA_HOME", folder.resolve("nothing").toString()));
        assertThat(noJdk.status()).isEqualTo(1);
        assertThat(noJdk.err()).startsWith("tadoru: TADORU_JAVA_HOME is ").hasLineCount(1);

        jdk("17.0.15");
        assertThat(start("config").err()).contains("no JDK 21 or newer").hasLineCount(1);
    }

    @Test
    void aFailedBuildStopsAndIsTriedAgain() throws Exception {
        script("bin/mvn", "echo broken; exit 1");

        Result result = start("config");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("broken", "the build failed");
        assertThat(checkout.resolve(".tadoru/build.lock")).doesNotExist();
    }

    private record Result(int status, String out, String err) {}

    private Result start(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(checkout.resolve("tadoru").toString()));
        command.addAll(List.of(arguments));
        return run(folder, command, Map.of());
    }

    private Result run(Path directory, List<String> command, Map<String, String> environment) throws Exception {
        Process process = process(directory, command, environment);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), read(process.pid(), "out"), read(process.pid(), "err"));
    }

    /** Output goes to files named by a number of the test's own, renamed once the process has its own. */
    private Process process(Path directory, List<String> command, Map<String, String> environment) throws IOException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("TADORU_JAVA_OPTS");
        builder.environment().put("TADORU_JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        Files.move(out, folder.resolve("out-" + process.pid()));
        Files.move(err, folder.resolve("err-" + process.pid()));
        return process;
    }

    private String read(long pid, String which) throws IOException {
        return Files.readString(folder.resolve(which + "-" + pid));
    }

    private long builds() throws IOException {
        return Files.readAllLines(calls()).stream()
                .filter(call -> call.startsWith("mvn "))
                .count();
    }

    private Path calls() {
        return folder.resolve("calls");
    }

    private void jdk(String version) throws IOException {
        script("jdk/bin/java", "printf '%s\\n' \"$@\"");
        script("jdk/bin/javac", "");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void script(String name, String text) throws IOException {
        Path script = folder.resolve(name);
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
