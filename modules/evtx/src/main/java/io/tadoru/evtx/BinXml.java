package io.tadoru.evtx;

import org.jspecify.annotations.Nullable;

/**
 * Reads binary XML, token by token, into elements. A record holds mostly values; the elements around them are in a template
 * that stands once in the chunk, and is walked anew for each record.
 */
final class BinXml {
    private static final int DEPTH = 32;
    /** In a token: more of the same kind follows, or an element has attributes. */
    private static final int MORE = 0x40;

    private static final int EOF = 0;
    private static final int OPEN = 1;
    private static final int CLOSE_START = 2;
    private static final int CLOSE_EMPTY = 3;
    private static final int END = 4;
    private static final int VALUE = 5;
    private static final int ATTRIBUTE = 6;
    private static final int CDATA = 7;
    private static final int CHARACTER = 8;
    private static final int ENTITY = 9;
    private static final int PI_TARGET = 10;
    private static final int PI_DATA = 11;
    private static final int TEMPLATE = 12;
    private static final int SUBSTITUTION = 13;
    private static final int OPTIONAL = 14;
    private static final int FRAGMENT = 15;

    private final Bytes chunk;
    private final Effort effort;
    private final Names names;

    BinXml(Bytes chunk, Effort effort) {
        this.chunk = chunk;
        this.effort = effort;
        this.names = new Names(chunk, effort);
    }

    /** What the bytes hold, as children of an element without a name. */
    Element read(int from, int to) throws Malformed {
        Element root = new Element("");
        content(new Cursor(chunk, from, to), root, Values.NONE, 0);
        return root;
    }

    /** Up to the end of the element, of the fragment or of the bytes. */
    private void content(Cursor in, Element into, Values values, int depth) throws Malformed {
        if (depth > DEPTH) {
            throw new Malformed("it is nested deeper than " + DEPTH);
        }
        while (in.more()) {
            effort.step();
            int token = in.u8();
            switch (token & ~MORE) {
                case EOF, END -> {
                    return;
                }
                case OPEN -> into.add(element(in, (token & MORE) != 0, values, depth + 1));
                case FRAGMENT -> in.skip(3);
                case TEMPLATE -> template(in, into, depth + 1);
                case PI_TARGET -> names.next(in);
                case PI_DATA -> string(in);
                default -> value(token, in, into, values, depth);
            }
        }
    }

    /** Only within templates each element says on which value it depends; some writers do so elsewhere, too. */
    private Element element(Cursor in, boolean attributes, Values values, int depth) throws Malformed {
        if (values.ofTemplate() || !names.plausible(in.at() + 4)) {
            in.skip(2);
        }
        in.skip(4);
        Element element = new Element(names.next(in));
        if (attributes) {
            in.skip(4);
        }
        if (start(in, element, values, depth)) {
            content(in, element, values, depth);
        }
        return element;
    }

    /** The attributes, up to the end of the start tag; whether content follows. */
    private boolean start(Cursor in, Element element, Values values, int depth) throws Malformed {
        Element attribute = null;
        while (true) {
            effort.step();
            int token = in.u8();
            int kind = token & ~MORE;
            if (attribute != null && kind != VALUE && kind != SUBSTITUTION && kind != OPTIONAL) {
                ended(attribute, kind, element);
            }
            switch (kind) {
                case ATTRIBUTE -> attribute = new Element(names.next(in));
                case CLOSE_START -> {
                    return true;
                }
                case CLOSE_EMPTY -> {
                    return false;
                }
                default -> value(token, in, within(attribute), values, depth);
            }
        }
    }

    private static void ended(Element attribute, int kind, Element element) {
        if (kind == ATTRIBUTE || kind == CLOSE_START || kind == CLOSE_EMPTY) {
            element.attribute(attribute);
        }
    }

    private static Element within(@Nullable Element attribute) throws Malformed {
        if (attribute == null) {
            throw new Malformed("a value stands where an attribute should");
        }
        return attribute;
    }

    private void value(int token, Cursor in, Element into, Values values, int depth) throws Malformed {
        switch (token & ~MORE) {
            case VALUE -> text(into, literal(in));
            case CDATA -> text(into, string(in));
            case CHARACTER -> text(into, character(in.u16()));
            case ENTITY -> text(into, entity(names.next(in)));
            case SUBSTITUTION -> substitute(in, into, values, false, depth);
            case OPTIONAL -> substitute(in, into, values, true, depth);
            default -> throw new Malformed("token 0x" + Integer.toHexString(token) + " means nothing here");
        }
    }

    private void text(Element into, String more) throws Malformed {
        effort.text(more.length());
        into.text(more);
    }

    private static String literal(Cursor in) throws Malformed {
        int type = in.u8();
        if (type != Scalars.STRING) {
            throw new Malformed("a text has the type 0x" + Integer.toHexString(type));
        }
        return string(in);
    }

    private static String string(Cursor in) throws Malformed {
        return in.utf16(in.u16());
    }

    private static String character(int code) {
        return Character.isSurrogate((char) code) ? "\uFFFD" : String.valueOf((char) code);
    }

    private static String entity(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&" + name + ";";
        };
    }

    private void template(Cursor in, Element into, int depth) throws Malformed {
        in.skip(5);
        int at = in.small();
        int size = chunk.small(at + Values.DEFINITION - 4);
        if (at == in.at()) {
            in.skip(Values.DEFINITION + size);
        }
        Values values = Values.read(in);
        content(new Cursor(chunk, at + Values.DEFINITION, at + Values.DEFINITION + size), into, values, depth);
    }

    private void substitute(Cursor in, Element into, Values values, boolean optional, int depth) throws Malformed {
        Values.Value value = values.at(in.u16());
        in.skip(1); // the type it should have; the value says the one it has
        if (value.type() == Scalars.NULL && optional) {
            into.miss();
        } else if (value.type() == Scalars.BINARY_XML) {
            content(new Cursor(chunk, value.from(), value.from() + value.size()), into, Values.NONE, depth + 1);
        } else if (Scalars.isList(value.type())) {
            into.repeat(Scalars.list(chunk, value, effort));
        } else {
            text(into, Scalars.text(chunk, value.type(), value.from(), value.size()));
        }
    }
}
