package io.tadoru.investigate;

import io.tadoru.connector.Parsed;
import io.tadoru.connector.ReadSettings;
import io.tadoru.detection.Detector;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.event.Event;
import io.tadoru.event.Json;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.event.Sha256;
import io.tadoru.identity.Office;
import io.tadoru.identity.Parties;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads one file to its end: each record becomes an event, a drop or a reject, and is counted as one of them. */
final class Reading {
    private final Input input;
    private final ReadSettings settings;
    private final Detector detector;
    private final Office office;
    private final Knowledge knowledge;
    private final OutputStream events;
    private final OutputStream rejects;
    private long records;
    private long accepted;
    private long dropped;
    private long rejected;
    private @Nullable Instant first;
    private @Nullable Instant last;

    Reading(
            Input input,
            ZoneId zone,
            Charset charset,
            Detector detector,
            Office office,
            Knowledge knowledge,
            OutputStream events,
            OutputStream rejects) {
        this.input = input;
        this.settings = new ReadSettings(zone, charset, input.asOf());
        this.detector = detector;
        this.office = office;
        this.knowledge = knowledge;
        this.events = events;
        this.rejects = rejects;
    }

    /** Counts and span for the manifest. */
    Map<String, Object> run() throws IOException {
        Map<String, Object> row = new LinkedHashMap<>();
        try (Records lines = Records.of(input.file())) {
            for (Records.Line line = lines.next(); line != null; line = lines.next()) {
                record(line);
            }
        } catch (ZipException | EOFException e) {
            // A damaged archive is the case's fate, not the run's: what it gave before stays, and the manifest says so.
            row.put("damaged", String.valueOf(e.getMessage()));
        }
        row.put("path", input.name());
        row.put("connector", input.connector().id());
        row.put("connector_version", input.connector().version());
        row.put("timezone", settings.zone().getId());
        row.put("charset", settings.charset().name());
        row.put("records", records);
        row.put("events", accepted);
        row.put("dropped", dropped);
        row.put("rejects", rejected);
        row.put("first", String.valueOf(first));
        row.put("last", String.valueOf(last));
        return row;
    }

    private void record(Records.Line line) throws IOException {
        records++;
        switch (line) {
            case Records.Line.Whole whole -> parse(raw(whole.offset(), whole.bytes()));
            case Records.Line.TooLong l -> {
                rejected++;
                write(rejects, Reject.tooLong(raw(l.offset(), l.head()), l.length(), l.hash()));
            }
        }
    }

    private RawRecord raw(long offset, byte[] bytes) {
        String id = Sha256.hex(input.name() + ":" + offset).substring(0, 40);
        return new RawRecord(id, input.name(), input.connector().id(), input.name(), input.asOf(), bytes);
    }

    private void parse(RawRecord raw) throws IOException {
        switch (input.connector().parse(raw, settings)) {
            case Parsed.Accepted a -> accept(a);
            case Parsed.Dropped d -> {
                dropped++;
                write(rejects, Reject.dropped(raw, d.reason()));
            }
            case Parsed.Rejected r -> {
                rejected++;
                write(rejects, Reject.rejected(raw, r.reason()));
            }
        }
    }

    private void accept(Parsed.Accepted a) throws IOException {
        Event event = a.event();
        accepted++;
        span(event.time());
        knowledge.saw(event, a.observations(), input.name());
        List<Mark> marks = detector.examine(event);
        if (!marks.isEmpty()) {
            Parties.Result parties = Parties.of(event, office);
            knowledge.marked(new Marks(event.id(), event.time(), parties.parties(), parties.beyond(), marks));
        }
        write(events, event.fields());
    }

    private void span(Instant time) {
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
    }

    private static void write(OutputStream out, Object value) throws IOException {
        out.write(Json.bytes(value));
        out.write('\n');
    }
}
