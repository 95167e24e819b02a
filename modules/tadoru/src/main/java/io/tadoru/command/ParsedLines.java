package io.tadoru.command;

import io.tadoru.connector.Connector;
import io.tadoru.connector.Framer;
import io.tadoru.connector.Parsed;
import io.tadoru.connector.ReadSettings;
import io.tadoru.connector.RecordFormat;
import io.tadoru.connector.RecordFormats;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what a connector makes of each line: one JSON document a line, in order. */
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

    void write(InputStream in, OutputStream out) throws IOException {
        Optional<RecordFormat> format = RecordFormats.of(in);
        if (format.isPresent()) {
            ReadSettings utf8 = settings.in(StandardCharsets.UTF_8);
            format.get().read(in, new ParsedLines(connector, utf8, name).records(out));
            out.flush();
        } else {
            lines(in, out);
        }
    }

    private RecordFormat.Sink records(OutputStream out) {
        return new RecordFormat.Sink() {
            @Override
            public void record(long offset, byte[] record) throws IOException {
                write(List.of(new Framer.Framed(offset, record, "")), out);
            }

            @Override
            public void damaged(long offset, byte[] bytes, String reason) throws IOException {
                out.write(Json.bytes(damage(bytes, reason)));
                out.write('\n');
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

    private void lines(InputStream in, OutputStream out) throws IOException {
        Framer framer = new Framer(connector, settings.charset());
        Lines.each(in, (offset, line) -> {
            write(framer.line(offset, line), out);
            if (in.available() == 0) { // somebody may be typing
                out.flush();
            }
        });
        write(framer.end(), out);
        out.flush();
    }

    private void write(List<Framer.Framed> records, OutputStream out) throws IOException {
        for (Framer.Framed record : records) {
            out.write(Json.bytes(document(record)));
            out.write('\n');
        }
    }

    private Map<String, ?> document(Framer.Framed record) {
        byte[] line = record.bytes();
        String id = Sha256.hex(name + ":" + record.offset()).substring(0, ID_DIGITS);
        var raw = new RawRecord(id, connector.id(), connector.id(), name, settings.asOf(), line, record.context());
        return switch (connector.parse(raw, settings)) {
            case Parsed.Accepted accepted -> accepted.event().fields();
            case Parsed.Dropped dropped -> Map.of("tadoru.dropped", dropped.reason());
            case Parsed.Rejected rejected -> rejected(rejected, line);
        };
    }

    private Map<String, String> rejected(Parsed.Rejected rejected, byte[] line) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("error.message", rejected.reason());
        byte[] head = line.length > Limits.LINE_BYTES ? Arrays.copyOf(line, Limits.HEAD_BYTES) : line;
        document.put(Fields.EVENT_ORIGINAL, new String(head, settings.charset()));
        return document;
    }
}
