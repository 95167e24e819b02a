package io.tadoru.casework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A chain handed to somebody outside: a zip that tells the case by itself, holds the lines it rests on, and can be verified
 * with nothing but {@code unzip} and {@code sha256sum}. The same material gives the same bytes.
 */
public final class EvidencePackage {
    private EvidencePackage() {}

    /** Writes the zip; the stream stays the caller's to close. */
    public static void write(CaseMaterial material, OutputStream out) throws IOException {
        FixedZip zip = new FixedZip(out);
        for (Map.Entry<String, byte[]> file : PackageParts.of(material).entrySet()) {
            byte[] bytes = file.getValue();
            CRC32 crc = new CRC32();
            crc.update(bytes);
            zip.put(file.getKey(), bytes.length, crc.getValue(), new ByteArrayInputStream(bytes));
        }
        zip.finish();
    }
}
