package io.tadoru.investigate;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the files below what was given, each once, in an order that is the same everywhere. */
final class Search {
    private static final int DEPTH = 64;

    private final Path written;
    private final List<String> warnings;
    private final Map<Path, String> files = new LinkedHashMap<>();

    private Search(Path written, List<String> warnings) {
        this.written = written;
        this.warnings = warnings;
    }

    /**
     * All inputs, those inside archives singly.
     *
     * @param out never read: what an earlier run wrote would make a second run's results others than the first's
     */
    static List<Found> below(List<Path> given, Path out, List<String> warnings) throws IOException {
        Search search = new Search(out.toRealPath(), warnings);
        for (Path path : given) {
            search.take(path.toRealPath());
        }
        List<Found> found = new ArrayList<>();
        search.files.forEach((file, name) -> found.addAll(Archive.open(file, name, warnings)));
        return unique(found);
    }

    private void take(Path given) throws IOException {
        if (Files.isRegularFile(given)) {
            files.putIfAbsent(given, String.valueOf(given.getFileName()));
            return;
        }
        Map<String, Path> sorted = new TreeMap<>();
        Files.walkFileTree(given, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new Visitor(given, sorted));
        sorted.forEach((name, file) -> files.putIfAbsent(file, name));
    }

    /** Two arguments may hold files of one name; ids are made of names. */
    private static List<Found> unique(List<Found> found) {
        Set<String> names = new HashSet<>();
        return found.stream().map(f -> f.named(free(f.name(), names))).toList();
    }

    private static String free(String name, Set<String> names) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path given;
        private final Map<String, Path> into;

        Visitor(Path given, Map<String, Path> into) {
            this.given = given;
            this.into = into;
        }

        private String name(Path path) {
            return given.relativize(path).toString().replace('\\', '/');
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(written) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && !file.toRealPath().startsWith(written)) {
                into.put(name(file), file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            warnings.add(name(path) + ": cannot be opened (" + e.getClass().getSimpleName() + "), and was left out");
            return FileVisitResult.CONTINUE;
        }
    }
}
