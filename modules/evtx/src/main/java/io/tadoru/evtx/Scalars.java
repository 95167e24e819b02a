package io.tadoru.evtx;

import java.util.HexFormat;

/** Values as Windows' XML rendering writes them. One whose size does not fit its type is kept as hex. */
final class Scalars {
    static final int NULL = 0;
    static final int STRING = 1;
    static final int BINARY_XML = 0x21;
    static final int ANSI = 2;
    private static final int SIZE_T = 0x10;
    static final int SID = 0x13;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Scalars() {}

    static String text(Bytes bytes, int type, int at, int size) throws Malformed {
        int width = width(type, size);
        if (width != 0 && width != size) {
            return HEX.formatHex(bytes.copy(at, size));
        }
        return switch (type) {
            case NULL -> "";
            case STRING -> withoutEnd(bytes.utf16(at, size));
            case ANSI -> withoutEnd(Ansi.text(bytes.copy(at, size)));
            case 0x03 -> Integer.toString((byte) bytes.u8(at));
            case 0x04 -> Integer.toString(bytes.u8(at));
            case 0x05 -> Integer.toString((short) bytes.u16(at));
            case 0x06 -> Integer.toString(bytes.u16(at));
            case 0x07 -> Integer.toString(bytes.i32(at));
            case 0x08 -> Long.toString(bytes.u32(at));
            case 0x09 -> Long.toString(bytes.i64(at));
            case 0x0a -> Long.toUnsignedString(bytes.i64(at));
            case 0x0b -> real(Float.intBitsToFloat(bytes.i32(at)), Float.toString(Float.intBitsToFloat(bytes.i32(at))));
            case 0x0c ->
                real(Double.longBitsToDouble(bytes.i64(at)), Double.toString(Double.longBitsToDouble(bytes.i64(at))));
            case 0x0d -> Boolean.toString(bytes.i32(at) != 0);
            case 0x0f -> Identifiers.guid(bytes, at);
            case SIZE_T, 0x14, 0x15 -> "0x" + Long.toHexString(size == 4 ? bytes.u32(at) : bytes.i64(at));
            case 0x11 -> Times.text(bytes.i64(at));
            case 0x12 -> Times.systemTime(bytes, at);
            case SID -> Identifiers.sid(bytes, at, size);
            default -> HEX.formatHex(bytes.copy(at, size));
        };
    }

    /** Bytes that each value of the type has; 0 when it may have any. */
    static int width(int type, int size) {
        return switch (type) {
            case 0x03, 0x04 -> 1;
            case 0x05, 0x06 -> 2;
            case 0x07, 0x08, 0x0b, 0x0d, 0x14 -> 4;
            case 0x09, 0x0a, 0x0c, 0x11, 0x15 -> 8;
            case SIZE_T -> size % 8 == 0 ? 8 : 4;
            case 0x0f, 0x12 -> 16;
            default -> 0;
        };
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\0') {
            end--;
        }
        return text.substring(0, end);
    }

    private static String real(double value, String text) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "1.#INF" : "-1.#INF";
        }
        if (Double.isNaN(value)) {
            return "-1.#IND";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : text;
    }
}
