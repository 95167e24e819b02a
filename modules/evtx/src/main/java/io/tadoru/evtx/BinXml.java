package io.tadoru.evtx;

import org.jspecify.annotations.Nullable;

/**
 * Reads binary XML, token by token, into elements. A record holds mostly values; the elements around them are in a template
 * that stands once in the chunk, and is walked anew for each record.
 */
final class BinXml {
    private static final int DEPTH = 32;

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
            switch (Tokens.kind(token)) {
                case Tokens.EOF, Tokens.END -> {
                    return;
                }
                case Tokens.OPEN -> into.add(element(in, (token & Tokens.MORE) != 0, values, depth + 1), effort);
                case Tokens.FRAGMENT -> in.skip(3);
                case Tokens.TEMPLATE -> template(in, into, depth + 1);
                case Tokens.PI_TARGET -> names.next(in);
                case Tokens.PI_DATA -> Texts.string(in);
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
            int kind = Tokens.kind(token);
            if (attribute != null && kind != Tokens.VALUE && kind != Tokens.SUBSTITUTION && kind != Tokens.OPTIONAL) {
                ended(attribute, kind, element);
            }
            switch (kind) {
                case Tokens.ATTRIBUTE -> attribute = new Element(names.next(in));
                case Tokens.CLOSE_START -> {
                    return true;
                }
                case Tokens.CLOSE_EMPTY -> {
                    return false;
                }
                default -> value(token, in, within(attribute), values, depth);
            }
        }
    }

    private static void ended(Element attribute, int kind, Element element) {
        if (kind == Tokens.ATTRIBUTE || kind == Tokens.CLOSE_START || kind == Tokens.CLOSE_EMPTY) {
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
        switch (Tokens.kind(token)) {
            case Tokens.VALUE -> text(into, Texts.literal(in));
            case Tokens.CDATA -> text(into, Texts.string(in));
            case Tokens.CHARACTER -> text(into, Texts.character(in.u16()));
            case Tokens.ENTITY -> text(into, Texts.entity(names.next(in)));
            case Tokens.SUBSTITUTION -> substitute(in, into, values, false, depth);
            case Tokens.OPTIONAL -> substitute(in, into, values, true, depth);
            default -> throw new Malformed("token 0x" + Integer.toHexString(token) + " means nothing here");
        }
    }

    private void text(Element into, String more) throws Malformed {
        effort.text(more.length());
        into.text(more);
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
        } else if (ListValues.is(value.type())) {
            into.repeat(ListValues.of(chunk, value, effort));
        } else {
            text(into, Scalars.text(chunk, value.type(), value.from(), value.size()));
        }
    }
}
