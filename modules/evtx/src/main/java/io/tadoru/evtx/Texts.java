package io.tadoru.evtx;

/** Text that stands in the XML itself. */
final class Texts {
    private Texts() {}

    static String literal(Cursor in) throws Malformed {
        int type = in.u8();
        if (type != Scalars.STRING) {
            throw new Malformed("a text has the type 0x" + Integer.toHexString(type));
        }
        return string(in);
    }

    static String string(Cursor in) throws Malformed {
        return in.utf16(in.u16());
    }

    static String character(int code) {
        return Character.isSurrogate((char) code) ? "\uFFFD" : String.valueOf((char) code);
    }

    static String entity(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&" + name + ";";
        };
    }
}
