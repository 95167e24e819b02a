package io.tadoru.investigate;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What inside a zip archive is a file of its own. Nothing is ever unpacked to disk, so entries' paths can do no harm. */
final class Archive {
    private static final int MOST_ENTRIES = 10_000;

    private Archive() {}

    /** The file itself, unless it is a zip; then its entries, in the archive's order. */
    static List<Found> open(Path file, String name, List<String> warnings) {
        try {
            return isZip(file) ? entries(file, name, warnings) : List.of(Found.file(file, name));
        } catch (IOException | RuntimeException e) {
            return List.of(new Found(file, -1, name, Damaged.why(e, file)));
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 64)) {
            return Packing.of(in) == Packing.ZIP;
        }
    }

    private static List<Found> entries(Path file, String name, List<String> warnings) throws IOException {
        List<Found> found = new ArrayList<>();
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
            for (int i = 0; i < Math.min(all.size(), MOST_ENTRIES); i++) {
                if (!all.get(i).isDirectory()) {
                    found.add(entry(file, i, name + "!" + all.get(i).getName(), zip.canReadEntryData(all.get(i))));
                }
            }
            if (all.size() > MOST_ENTRIES) {
                warnings.add(name + ": only the first " + MOST_ENTRIES + " of " + all.size() + " entries are read");
            }
        }
        return found;
    }

    private static Found entry(Path file, int number, String name, boolean readable) {
        String broken =
                readable ? null : "is encrypted or packed in an uncommon way: unpack it yourself and give the folder";
        return new Found(file, number, name, broken);
    }

    /** The stored form of an entry; closing it closes the archive. */
    static InputStream stream(Path file, int number) throws IOException {
        ZipFile zip = ZipFile.builder().setPath(file).get();
        try {
            return new Entry(zip, zip.getInputStream(entry(zip, number)));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** When the entry was written, by the archive; a zip keeps local time. */
    static Instant written(Path file, int number, ZoneId zone) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            return entry(zip, number).getTimeLocal().atZone(zone).toInstant();
        } catch (RuntimeException e) { // a date that is none
            return Files.getLastModifiedTime(file).toInstant();
        }
    }

    private static ZipArchiveEntry entry(ZipFile zip, int number) {
        return Collections.list(zip.getEntries()).get(number);
    }

    private static final class Entry extends FilterInputStream {
        private final ZipFile zip;

        Entry(ZipFile zip, InputStream in) {
            super(in);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            super.close();
            zip.close();
        }
    }
}
