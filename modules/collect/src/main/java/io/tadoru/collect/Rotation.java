package io.tadoru.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What became of a followed file while nobody followed it: {@code log} may have become {@code log.1}. */
final class Rotation {
    /** A file to be read, and where from. */
    record Part(Path path, long from) {}

    private Rotation() {}

    /**
     * The files still to be read, oldest first, the followed path last: it is followed on. Compressed ones are not read.
     */
    static List<Part> parts(Path path, Optional<Checkpoint> last) throws IOException {
        if (last.isEmpty() || last.get().offset() == 0) {
            return List.of(new Part(path, 0));
        }
        Optional<Path> read = find(path, last.get());
        if (read.isEmpty()) {
            return List.of(new Part(path, 0));
        }
        Part rest = new Part(read.get(), last.get().offset());
        if (read.get().equals(path)) {
            return List.of(rest);
        }
        List<Part> parts = new ArrayList<>(List.of(rest));
        newer(path, read.get()).forEach(file -> parts.add(new Part(file, 0)));
        parts.add(new Part(path, 0));
        return parts;
    }

    private static Optional<Path> find(Path path, Checkpoint last) throws IOException {
        List<Path> fitting = new ArrayList<>();
        for (Path candidate : candidates(path)) {
            if (last.fits(candidate)) {
                fitting.add(candidate);
            }
        }
        for (Path candidate : fitting) {
            if (FileKey.of(candidate).equals(last.key())) {
                return Optional.of(candidate);
            }
        }
        return fitting.stream().findFirst();
    }

    private static List<Path> newer(Path path, Path read) throws IOException {
        FileTime then = Files.getLastModifiedTime(read);
        List<Path> newer = new ArrayList<>();
        for (Path candidate : candidates(path)) {
            if (!candidate.equals(path) && Files.getLastModifiedTime(candidate).compareTo(then) > 0) {
                newer.add(candidate);
            }
        }
        newer.sort(Comparator.comparingLong(file -> file.toFile().lastModified()));
        return newer;
    }

    /** The path itself first, then its rotated siblings. */
    private static List<Path> candidates(Path path) throws IOException {
        Path folder = path.toAbsolutePath().resolveSibling(".").normalize();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String name = path.getFileName().toString();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isPart(file.getFileName().toString(), name))
                    .map(file -> file.getFileName().equals(path.getFileName()) ? path : file)
                    .sorted(Comparator.<Path, Boolean>comparing(file -> !file.equals(path))
                            .thenComparing(Path::toString))
                    .toList();
        }
    }

    private static boolean isPart(String file, String name) {
        return file.equals(name) || file.matches(Pattern.quote(name) + "[.-][0-9.-]+");
    }
}
