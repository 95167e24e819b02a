package io.tadoru.evtx;

import java.util.HexFormat;

/** Windows' names for things (GUID) and for accounts (SID). */
final class Identifiers {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Identifiers() {}

    static String guid(Bytes bytes, int at) throws Malformed {
        byte[] rest = bytes.copy(at + 8, 8);
        return "{" + HEX.toHexDigits(bytes.u32(at), 8)
                + "-" + HEX.toHexDigits(bytes.u16(at + 4), 4)
                + "-" + HEX.toHexDigits(bytes.u16(at + 6), 4)
                + "-" + HEX.formatHex(rest, 0, 2)
                + "-" + HEX.formatHex(rest, 2, 8) + "}";
    }

    /** S-revision-authority-parts; the authority is big-endian, its parts are not. */
    static String sid(Bytes bytes, int at, int size) throws Malformed {
        if (size < 8 || size < 8 + 4 * bytes.u8(at + 1)) {
            return HEX.formatHex(bytes.copy(at, size));
        }
        long authority = Long.parseLong(HEX.formatHex(bytes.copy(at + 2, 6)), 16);
        StringBuilder sid = new StringBuilder("S-").append(bytes.u8(at)).append('-');
        sid.append(authority >>> 32 == 0 ? Long.toString(authority) : "0x" + HEX.toHexDigits(authority, 12));
        for (int part = 0; part < bytes.u8(at + 1); part++) {
            sid.append('-').append(bytes.u32(at + 8 + 4 * part));
        }
        return sid.toString();
    }
}
