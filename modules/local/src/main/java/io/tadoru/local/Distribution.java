package io.tadoru.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Where Elasticsearch's zip lies, and how it becomes a folder. */
public final class Distribution {
    private static final String PROPERTY = "tadoru.elasticsearch.zip";
    private static final int EXECUTABLE = 0b001_000_000;

    private Distribution() {}

    /**
     * The zip that the build put into the checkout; system property {@code tadoru.elasticsearch.zip} overrides.
     *
     * @param root the checkout
     * @throws LocalException when there is none, saying where it was looked for
     */
    public static Path find(Path root) {
        String named = System.getProperty(PROPERTY, "");
        Path built = root.resolve("modules/local/target/elasticsearch");
        Path zip = named.isEmpty() ? newest(built) : Path.of(named);
        if (!Files.isRegularFile(zip)) {
            throw new LocalException("There is no Elasticsearch at " + zip
                    + ". Build Tadoru first (mvn package), or name the zip with -D" + PROPERTY + "=...");
        }
        return zip;
    }

    private static Path newest(Path folder) {
        Path none = folder.resolve("elasticsearch.zip");
        if (!Files.isDirectory(folder)) {
            return none;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .max(Comparator.naturalOrder())
                    .orElse(none);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The zip's one folder inside the given one, unpacked at the first call. */
    static Path unpacked(Path zip, Path into) throws IOException {
        String name = zip.getFileName().toString().replaceFirst("\\.zip$", "");
        Path home = into.resolve(name);
        if (!Files.isDirectory(home)) {
            Path half = into.resolve(".unpacking");
            delete(half);
            unpack(zip, half);
            Files.move(only(half), home, StandardCopyOption.ATOMIC_MOVE); // so a home is always a whole one
            delete(half);
        }
        return home;
    }

    private static void unpack(Path zip, Path into) throws IOException {
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            Enumeration<ZipArchiveEntry> entries = file.getEntries();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                write(file, entry, inside(into, entry.getName()));
            }
        }
    }

    private static Path inside(Path into, String name) {
        Path target = into.resolve(name).normalize();
        if (!target.startsWith(into)) {
            throw new LocalException("The zip has an entry that leads out of it: " + name);
        }
        return target;
    }

    private static void write(ZipFile file, ZipArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        try (InputStream bytes = file.getInputStream(entry)) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        }
        boolean executable = (entry.getUnixMode() & EXECUTABLE) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow(() -> new LocalException("The Elasticsearch zip is empty."));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
