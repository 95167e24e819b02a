package io.tadoru.evtx;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Values as Windows' XML rendering writes them. One whose size does not fit its type is kept as hex. */
final class Scalars {
    static final int NULL = 0;
    static final int STRING = 1;
    static final int BINARY_XML = 0x21;
    private static final int ANSI = 2;
    private static final int SIZE_T = 0x10;
    private static final int SID = 0x13;
    private static final int LIST = 0x80;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Scalars() {}

    static boolean isList(int type) {
        return (type & LIST) != 0;
    }

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
            case 0x0f -> guid(bytes, at);
            case SIZE_T, 0x14, 0x15 -> "0x" + Long.toHexString(size == 4 ? bytes.u32(at) : bytes.i64(at));
            case 0x11 -> Times.text(bytes.i64(at));
            case 0x12 -> Times.systemTime(bytes, at);
            case SID -> sid(bytes, at, size);
            default -> HEX.formatHex(bytes.copy(at, size));
        };
    }

    static List<String> list(Bytes bytes, Values.Value value, Effort effort) throws Malformed {
        int type = value.type() & ~LIST;
        List<String> list = new ArrayList<>();
        if (type == STRING || type == ANSI) {
            list.addAll(strings(type == STRING ? bytes.utf16(value.from(), value.size()) : ansi(bytes, value)));
        } else {
            items(bytes, type, value, list);
        }
        for (String item : list) {
            effort.step();
            effort.text(item.length());
        }
        return list;
    }

    private static String ansi(Bytes bytes, Values.Value value) throws Malformed {
        return Ansi.text(bytes.copy(value.from(), value.size()));
    }

    /** Each ends with a NUL, the last one perhaps without. */
    private static List<String> strings(String all) {
        List<String> list = new ArrayList<>();
        int from = 0;
        for (int end = all.indexOf('\0'); end >= 0; end = all.indexOf('\0', from)) {
            list.add(all.substring(from, end));
            from = end + 1;
        }
        if (from < all.length()) {
            list.add(all.substring(from));
        }
        return list;
    }

    private static void items(Bytes bytes, int type, Values.Value value, List<String> list) throws Malformed {
        int end = value.from() + value.size();
        for (int at = value.from(); at < end; ) {
            int width = type == SID && at + 8 <= end ? 8 + 4 * bytes.u8(at + 1) : width(type, value.size());
            int size = width == 0 || width > end - at ? end - at : width;
            list.add(text(bytes, type, at, size));
            at += size;
        }
    }

    /** Bytes that each value of the type has; 0 when it may have any. */
    private static int width(int type, int size) {
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

    private static String guid(Bytes bytes, int at) throws Malformed {
        byte[] rest = bytes.copy(at + 8, 8);
        return String.format(
                Locale.ROOT,
                "{%08X-%04X-%04X-%s-%s}",
                bytes.i32(at),
                bytes.u16(at + 4),
                bytes.u16(at + 6),
                HEX.formatHex(rest, 0, 2),
                HEX.formatHex(rest, 2, 8));
    }

    /** S-revision-authority-parts; the authority is big-endian, its parts are not. */
    private static String sid(Bytes bytes, int at, int size) throws Malformed {
        if (size < 8 || size < 8 + 4 * bytes.u8(at + 1)) {
            return HEX.formatHex(bytes.copy(at, size));
        }
        long authority = Long.parseLong(HEX.formatHex(bytes.copy(at + 2, 6)), 16);
        StringBuilder sid = new StringBuilder("S-").append(bytes.u8(at)).append('-');
        sid.append(
                authority >>> 32 == 0
                        ? Long.toString(authority)
                        : "0x" + HEX.withUpperCase().toHexDigits(authority, 12));
        for (int part = 0; part < bytes.u8(at + 1); part++) {
            sid.append('-').append(bytes.u32(at + 8 + 4 * part));
        }
        return sid.toString();
    }
}
