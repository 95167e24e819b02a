package io.tadoru.command;

import io.tadoru.connector.Connector;
import io.tadoru.connector.Framer;
import io.tadoru.connector.Parsed;
import io.tadoru.connector.ReadSettings;
import io.tadoru.connector.RecordFormat;
import io.tadoru.connector.RecordFormats;
import io.tadoru.event.Fields;
import io.tadoru.event.Limits;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;

/** Reads an input with a connector, record by record: one JSON document each, in order. */
final class ParsedLines {
    private static final int ID_DIGITS = 40;

    private final Connector connector;
    private final ReadSettings settings;
    private final String name;

    /**
     * How to read.
     *
     * @param name of the input, which the events' ids are made of
     */
    ParsedLines(Connector connector, ReadSettings settings, String name) {
        this.connector = connector;
        this.settings = settings;
        this.name = name;
    }

    void write(InputStream in, ParsedOut out) throws IOException {
        Optional<RecordFormat> format = RecordFormats.of(in);
        ParsedLines utf8 = new ParsedLines(connector, settings.in(StandardCharsets.UTF_8), name);
        if (format.isPresent()) {
            format.get().read(in, utf8.records(out));
        } else if (settings.charset().name().startsWith("UTF-16")) {
            utf8.lines(asUtf8(in), out); // in which a line end is one byte
        } else {
            lines(in, out);
        }
        out.end();
    }

    private InputStream asUtf8(InputStream in) throws IOException {
        return ReaderInputStream.builder()
                .setReader(new InputStreamReader(in, settings.charset()))
                .setCharset(StandardCharsets.UTF_8)
                .get();
    }

    private RecordFormat.Sink records(ParsedOut out) {
        return new RecordFormat.Sink() {
            @Override
            public void record(long offset, byte[] record) throws IOException {
                write(List.of(new Framer.Framed(offset, record, "")), out);
            }

            @Override
            public void damaged(long offset, byte[] bytes, String reason) throws IOException {
                out.take(damage(bytes, reason));
            }
        };
    }

    /** Bytes that are no text, as rejects have them. */
    private static Map<String, String> damage(byte[] bytes, String reason) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("error.message", reason);
        byte[] head = bytes.length > Limits.LINE_BYTES ? Arrays.copyOf(bytes, Limits.HEAD_BYTES) : bytes;
        document.put(Fields.EVENT_ORIGINAL, Base64.getEncoder().encodeToString(head));
        return document;
    }

    private void lines(InputStream in, ParsedOut out) throws IOException {
        Framer framer = new Framer(connector, settings.charset());
        Lines.each(in, (offset, line) -> {
            write(framer.line(offset, line), out);
            if (in.available() == 0) { // somebody may be typing
                out.flush();
            }
        });
        write(framer.end(), out);
    }

    private void write(List<Framer.Framed> records, ParsedOut out) throws IOException {
        for (Framer.Framed record : records) {
            write(record, out);
        }
    }

    private void write(Framer.Framed record, ParsedOut out) throws IOException {
        byte[] line = record.bytes();
        String id = Sha256.hex(name + ":" + record.offset()).substring(0, ID_DIGITS);
        var raw = new RawRecord(id, connector.id(), connector.id(), name, settings.asOf(), line, record.context());
        switch (connector.parse(raw, settings)) {
            case Parsed.Accepted accepted -> out.take(accepted.event().fields(), accepted.parts());
            case Parsed.Dropped dropped -> out.take(Map.of("tadoru.dropped", dropped.reason()));
            case Parsed.Rejected rejected -> out.take(rejected(rejected, line));
        }
    }

    private Map<String, String> rejected(Parsed.Rejected rejected, byte[] line) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("error.message", rejected.reason());
        byte[] head = line.length > Limits.LINE_BYTES ? Arrays.copyOf(line, Limits.HEAD_BYTES) : line;
        document.put(Fields.EVENT_ORIGINAL, new String(head, settings.charset()));
        return document;
    }
}
