package io.tadoru.investigate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of the case, or one inside a zip archive.
 *
 * @param entry its number in the archive, or -1 for a file that is none
 * @param name relative to what was given, {@code archive.zip!entry} in an archive: in manifest and ids, so that a copy
 *     elsewhere gives the same bytes
 * @param broken why it cannot be opened, else null
 */
record Found(Path file, int entry, String name, @Nullable String broken) {
    static Found file(Path file, String name) {
        return new Found(file, -1, name, null);
    }

    boolean inArchive() {
        return entry >= 0;
    }

    Found named(String other) {
        return new Found(file, entry, other, broken);
    }
}
