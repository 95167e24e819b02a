package io.tadoru.connector;

import io.tadoru.event.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a connector's records of the lines of one file or connection, in order: gives each its context (the header before it),
 * and joins the lines of a record that has several. A record's offset is that of its first line. Not safe for several threads.
 */
public final class Framer {
    /** A line of more bytes is no header. */
    private static final int MAX_HEADER = 32 * 1024;
    /** No record has more lines; what goes on after that is a record by itself, and rejected for its form. */
    private static final int MAX_LINES = 500;

    /**
     * One record.
     *
     * @param offset of its first line
     * @param context what the header said
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Framed(long offset, byte[] bytes, String context) {}

    private final Framing framing;
    private final Charset charset;
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private String context = "";
    private long start;
    private int lines;

    /**
     * For one file or connection.
     *
     * @param charset of its lines
     */
    public Framer(Connector connector, Charset charset) {
        this(connector.plan().framing(), charset);
    }

    private Framer(Framing framing, Charset charset) {
        this.framing = framing;
        this.charset = charset;
    }

    /** For records that are a line each. */
    public static Framer lines() {
        return new Framer(Framing.LINES, StandardCharsets.UTF_8);
    }

    /** Of the lines. */
    public Charset charset() {
        return charset;
    }

    /** Whether headers matter: then what goes on in the midst of a file must know those before. */
    public boolean heeds() {
        return framing.header() != null;
    }

    /** Takes note of the line if it is a header, and of nothing else in it. */
    public void heed(byte[] line) {
        String text = line.length <= MAX_HEADER ? withoutMark(new String(line, charset)) : "";
        if (framing.heads(text) && framing.names(text)) {
            context = text;
        }
    }

    /** Takes the next line, without its end, and gives the records that are whole with it. */
    public List<Framed> line(long offset, byte[] bytes) {
        if (framing.plain()) {
            return List.of(new Framed(offset, bytes, ""));
        }
        String text = bytes.length > Limits.LINE_BYTES ? "" : withoutMark(new String(bytes, charset));
        if (bytes.length <= MAX_HEADER && framing.heads(text)) {
            return header(offset, bytes, text);
        }
        return framing.starts() == null ? List.of(new Framed(offset, bytes, context)) : joined(offset, bytes, text);
    }

    /** The record that no later line has ended, at the end or when nothing came for a while. */
    public List<Framed> end() {
        if (lines == 0) {
            return List.of();
        }
        Framed whole = new Framed(start, open.toByteArray(), context);
        open.reset();
        lines = 0;
        return List.of(whole);
    }

    /** Whether lines wait for more of their record. */
    public boolean waits() {
        return lines > 0;
    }

    /** Where the record begins that waits for more lines. */
    public long start() {
        return start;
    }

    /** A header is a record too, so that every line is accounted for; its connector drops it by design. */
    private List<Framed> header(long offset, byte[] bytes, String text) {
        List<Framed> records = new ArrayList<>(end());
        if (framing.names(text)) {
            context = text;
        }
        records.add(new Framed(offset, bytes, ""));
        return records;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private List<Framed> joined(long offset, byte[] bytes, String text) {
        boolean full = lines >= MAX_LINES || open.size() + bytes.length > Limits.LINE_BYTES;
        List<Framed> before = full || !framing.continues(text) ? end() : List.of();
        if (lines == 0) {
            start = offset;
        } else {
            open.writeBytes("\n".getBytes(charset));
        }
        open.write(bytes, 0, bytes.length);
        lines++;
        return before;
    }
}
