package io.tadoru.casework;

import io.tadoru.event.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** What a file of a package was found to be. */
record Measured(long size, long crc, String sha256) {
    static Measured of(InputStream in) throws IOException {
        MessageDigest digest = Sha256.digest();
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            crc.update(buffer, 0, read);
            size += read;
        }
        return new Measured(size, crc.getValue(), HexFormat.of().formatHex(digest.digest()));
    }
}
