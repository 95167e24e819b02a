package io.tadoru.casework;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A package as somebody hands it in, zipped or unzipped: hostile until its files have been counted and measured. */
sealed interface PackageFiles extends AutoCloseable {
    int MOST_FILES = 10_000;
    long MOST_BYTES = 4L << 30;

    /** What cannot be a package, said in a sentence. */
    final class Unfit extends IOException {
        private static final long serialVersionUID = 1;

        private final String place;

        Unfit(String place, String sentence) {
            super(sentence);
            this.place = place;
        }

        String place() {
            return place;
        }
    }

    static PackageFiles open(Path path) throws IOException {
        return Files.isDirectory(path) ? Folder.of(path) : Zip.of(path);
    }

    /** In the order in which they stand there. */
    Set<String> names();

    InputStream open(String name) throws IOException;

    @Override
    void close() throws IOException;

    /** Refuses names that reach out of the package, or that no package has. */
    static String checked(String name, String place) throws Unfit {
        boolean fit = name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,199}(/[A-Za-z0-9_][A-Za-z0-9._-]{0,199}){0,3}")
                && !name.contains("..");
        if (!fit) {
            throw new Unfit(place, "holds the name " + name + ", which no package of Tadoru has");
        }
        return name;
    }

    static void bounded(int files, long bytes, String place) throws Unfit {
        if (files > MOST_FILES || bytes > MOST_BYTES) {
            throw new Unfit(
                    place,
                    "holds more than %,d files or %,d bytes: no package of Tadoru does"
                            .formatted(MOST_FILES, MOST_BYTES));
        }
    }

    /** Entries are stored, so none can be larger than the file it lies in. */
    record Zip(ZipFile file, Map<String, ZipEntry> entries) implements PackageFiles {
        static final String PLACE = "zip directory";

        static Zip of(Path path) throws IOException {
            bounded(0, Files.size(path), PLACE);
            ZipFile file = open(path);
            try {
                return new Zip(file, entries(file));
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        }

        private static ZipFile open(Path path) throws IOException {
            try {
                return new ZipFile(path.toFile());
            } catch (ZipException | EOFException | IllegalArgumentException e) {
                throw new Unfit(PLACE, "cannot be read as zip: " + e.getMessage());
            }
        }

        private static Map<String, ZipEntry> entries(ZipFile file) throws IOException {
            bounded(file.size(), 0, PLACE);
            Map<String, ZipEntry> all = new LinkedHashMap<>();
            for (ZipEntry entry : file.stream().<ZipEntry>map(e -> e).toList()) {
                String name = checked(entry.getName(), PLACE);
                if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
                    throw new Unfit(
                            PLACE,
                            "says that " + name + " is compressed, which Tadoru never does; if somebody packed it"
                                    + " again, unzip it and verify the folder");
                }
                if (all.put(name, entry) != null) {
                    throw new Unfit(PLACE, "names " + name + " twice");
                }
            }
            return all;
        }

        @Override
        public Set<String> names() {
            return entries.keySet();
        }

        @Override
        public InputStream open(String name) throws IOException {
            return file.getInputStream(entries.get(name));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** Links are not followed: they would show files that are not in the package. */
    record Folder(Path root, Set<String> names) implements PackageFiles {
        private static final int DEPTH = 6;

        static Folder of(Path root) throws IOException {
            List<Path> found;
            try (Stream<Path> walk = Files.walk(root, DEPTH, new FileVisitOption[0])) {
                found = walk.filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
                        .limit(MOST_FILES + 1L)
                        .sorted()
                        .toList();
            }
            bounded(found.size(), 0, "folder");
            List<String> names = new ArrayList<>();
            for (Path path : found) {
                names.add(name(root, path));
            }
            return new Folder(root, new HashSet<>(names));
        }

        private static String name(Path root, Path path) throws Unfit {
            String name = root.relativize(path)
                    .toString()
                    .replace(path.getFileSystem().getSeparator(), "/");
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new Unfit(name, "is no ordinary file");
            }
            return name;
        }

        @Override
        public InputStream open(String name) throws IOException {
            return Files.newInputStream(root.resolve(name), LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public void close() {}
    }
}
