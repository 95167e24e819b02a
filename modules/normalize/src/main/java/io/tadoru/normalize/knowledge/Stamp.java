package io.tadoru.normalize.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What shows that files have changed: names, sizes, times. Asking is cheap, and works on every file system. */
record Stamp(Map<String, String> files) {
    private static final int DEEPEST = 16;
    private static final int MOST_FILES = 100_000;

    static Stamp of(List<Path> places) {
        Map<String, String> files = new TreeMap<>();
        for (Path place : places) {
            try (Stream<Path> walk = Files.walk(place, DEEPEST)) {
                walk.limit(MOST_FILES).forEach(file -> files.put(file.toString(), stamp(file)));
            } catch (IOException | UncheckedIOException e) {
                files.put(place.toString(), "cannot be read");
            }
        }
        return new Stamp(files);
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return found.isDirectory() ? "" : found.size() + " " + found.lastModifiedTime() + " " + found.fileKey();
        } catch (IOException e) {
            return "gone"; // between being listed and being looked at
        }
    }
}
