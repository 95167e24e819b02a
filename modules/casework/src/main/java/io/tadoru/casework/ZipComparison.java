package io.tadoru.casework;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a zip again from what was read out of it, against the bytes it has: nothing can hide between the entries. */
final class ZipComparison {
    private final Path path;
    private String place = "";

    ZipComparison(Path path) {
        this.path = path;
    }

    /** The entry, or the directory, where the first byte differs; null when none does. */
    @Nullable
    String firstDifference(PackageFiles.Zip zip, Map<String, Measured> measured) throws IOException {
        try (InputStream actual = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            FixedZip again = new FixedZip(new Against(actual));
            for (String name : zip.names()) {
                place = name;
                Measured file = Objects.requireNonNull(measured.get(name));
                try (InputStream content = zip.open(name)) {
                    again.put(name, file.size(), file.crc(), content);
                }
            }
            place = PackageFiles.Zip.PLACE;
            again.finish();
            return actual.read() < 0 ? null : place;
        } catch (Different e) {
            return place;
        }
    }

    private static final class Different extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class Against extends OutputStream {
        private final InputStream actual;

        Against(InputStream actual) {
            this.actual = actual;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            byte[] there = actual.readNBytes(length);
            if (!Arrays.equals(there, 0, there.length, bytes, from, from + length)) {
                throw new Different();
            }
        }
    }
}
