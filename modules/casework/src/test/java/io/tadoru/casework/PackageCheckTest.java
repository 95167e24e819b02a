package io.tadoru.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tadoru.casework.PackageReport.Finding;
import io.tadoru.casework.PackageReport.State;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCheckTest {
    private static final byte[] ZIP = Handed.zip();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void aPackageAsItWasMadeIsFine() throws IOException {
        PackageReport report = check(ZIP);
        assertThat(report.findings()).isEmpty();
        assertThat(report.files())
                .hasSizeGreaterThan(15)
                .containsValue(State.OK)
                .containsKey("manifest.json");
        assertThat(report.about()).containsEntry("case", "T-2022-0007").containsEntry("host", "PC-0142");
        assertThat(PackageCheck.check(unzipped()).findings()).isEmpty();
    }

    /** All of the container, and of each content its first, its last and, over all contents, 2,000 bytes at random. */
    @Test
    void everyByteThatIsChangedIsFoundAndItsFileNamed() throws IOException {
        byte[] own = ownersOf(ZIP);
        Random random = new Random(20220226);
        List<String> names = new ArrayList<>(entries(ZIP).keySet());
        for (int at : chosen(own, random)) {
            byte[] changed = ZIP.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            String expected = own[at] < 0 ? "zip directory" : names.get(own[at]);
            List<Finding> findings = check(changed).findings();
            assertThat(findings).as("byte %d of %s", at, expected).isNotEmpty();
            assertThat(named(findings, names)).as("byte %d: %s", at, findings).contains(expected);
        }
    }

    /** What the directory says of an entry is told as that entry's: it cannot be found there, or is missing. */
    private static List<String> named(List<Finding> findings, List<String> names) {
        List<String> named = new ArrayList<>();
        for (Finding finding : findings) {
            named.add(finding.path());
            boolean unread = finding.sentence().contains("cannot be read out of the zip");
            if (unread || !names.contains(finding.path()) || finding.state() == State.MISSING) {
                named.add("zip directory");
            }
        }
        return named;
    }

    private static List<Integer> chosen(byte[] own, Random random) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            boolean edge = i == 0 || i == own.length - 1 || own[i] != own[i - 1] || own[i] != own[i + 1];
            if (own[i] < 0 || edge) {
                chosen.add(i);
            }
        }
        random.ints(2_000, 0, own.length).forEach(chosen::add);
        return chosen;
    }

    /** For each byte the number of the entry that it belongs to, header included, or -1 for the directory. */
    private static byte[] ownersOf(byte[] zip) throws IOException {
        byte[] own = new byte[zip.length];
        int at = 0;
        byte entry = 0;
        for (Map.Entry<String, byte[]> e : entries(zip).entrySet()) {
            int end = at + 30 + e.getKey().length() + e.getValue().length;
            Arrays.fill(own, at, end, entry++);
            at = end;
        }
        Arrays.fill(own, at, zip.length, (byte) -1);
        return own;
    }

    @Test
    void everyByteOfAnUnzippedPackageIsLookedAt() throws IOException {
        Path unzipped = unzipped();
        Random random = new Random(20220303);
        for (String name : entries(ZIP).keySet()) {
            byte[] right = Files.readAllBytes(unzipped.resolve(name));
            for (int i = 0; i < 20; i++) {
                byte[] changed = right.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
                Files.write(unzipped.resolve(name), changed);
                assertThat(PackageCheck.check(unzipped).findings())
                        .extracting(Finding::path)
                        .contains(name);
            }
            Files.write(unzipped.resolve(name), right);
        }
        assertThat(PackageCheck.check(unzipped).fine()).isTrue();
    }

    @Test
    void aByteMoreOrLessAtEitherEndIsFound() throws IOException {
        byte[] longer = Arrays.copyOf(ZIP, ZIP.length + 1);
        byte[] led = new byte[ZIP.length + 1];
        System.arraycopy(ZIP, 0, led, 1, ZIP.length);
        assertThat(check(longer).findings()).extracting(Finding::path).containsExactly("zip directory");
        assertThat(check(led).fine()).isFalse();
        assertThat(check(Arrays.copyOf(ZIP, ZIP.length - 1)).fine()).isFalse();
        assertThat(check(new byte[0]).fine()).isFalse();
    }

    @Test
    void aFileThatIsAddedOrMissingIsNamed() throws IOException {
        Map<String, byte[]> files = entries(ZIP);
        files.put("lines/more.log", new byte[] {1});
        files.remove("chain.json");
        assertThat(check(zip(files)).findings())
                .extracting(Finding::path, Finding::state)
                .contains(tuple("lines/more.log", State.ADDED), tuple("chain.json", State.MISSING));
    }

    @Test
    void withoutAManifestNothingIsFine() throws IOException {
        for (String name : List.of("manifest.json", "manifest.sha256")) {
            Map<String, byte[]> files = entries(ZIP);
            files.remove(name);
            assertThat(check(zip(files)).findings()).extracting(Finding::path).contains(name);
        }
    }

    @Test
    void hostileZipsAreRefusedInASentence() throws IOException {
        assertThat(check(zip(Map.of("../../etc/passwd", new byte[1]))).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("../../etc/passwd"));
        assertThat(check(zip(Map.of("/etc/passwd", new byte[1]))).fine()).isFalse();
        assertThat(check(zip(Map.of("C:\\x", new byte[1]))).fine()).isFalse();
        assertThat(check("PK and no zip".getBytes(StandardCharsets.UTF_8)).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("cannot be read as zip"));
    }

    @Test
    void aBombIsRefusedUnread() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("chain.json"));
            for (int i = 0; i < 1_000; i++) {
                zip.write(new byte[100_000]);
            }
        }
        assertThat(check(out.toByteArray()).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("compressed"));
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i <= PackageFiles.MOST_FILES; i++) {
            files.put("f" + i, new byte[0]);
        }
        assertThat(check(zip(files)).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("more than"));
    }

    @Test
    void aLinkInAFolderIsRefused() throws IOException {
        Path unzipped = unzipped();
        Files.delete(unzipped.resolve("chain.json"));
        Path elsewhere = Files.write(folder.resolve("elsewhere"), new byte[] {1});
        Files.createSymbolicLink(unzipped.resolve("chain.json"), elsewhere);
        assertThat(PackageCheck.check(unzipped).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.path()).isEqualTo("chain.json"));
    }

    private PackageReport check(byte[] zip) throws IOException {
        return PackageCheck.check(Files.write(folder.resolve("package.zip"), zip));
    }

    private Path unzipped() throws IOException {
        Path root = folder.resolve("unzipped");
        for (Map.Entry<String, byte[]> file : entries(ZIP).entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
        return root;
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FixedZip zip = new FixedZip(out);
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            CRC32 crc = new CRC32();
            crc.update(file.getValue());
            zip.put(file.getKey(), file.getValue().length, crc.getValue(), new ByteArrayInputStream(file.getValue()));
        }
        zip.finish();
        return out.toByteArray();
    }
}
