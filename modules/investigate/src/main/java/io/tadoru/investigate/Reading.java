package io.tadoru.investigate;

import io.tadoru.connector.Connector;
import io.tadoru.connector.Framer;
import io.tadoru.connector.Parsed;
import io.tadoru.connector.ReadSettings;
import io.tadoru.connector.RecordFormat;
import io.tadoru.event.Limits;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one input to its end: each record becomes an event, a drop or a reject, and is counted as one of them. */
final class Reading {
    /** Of an input that nobody reads, such as a picture, no more is copied into the rejects. */
    static final int MOST_UNKNOWN = 1000;

    private static final int ID_DIGITS = 40;

    private final Found found;
    private final Recognising.Answer answer;
    private final @Nullable Connector connector;
    private final Instant asOf;
    private ReadSettings settings;
    private Choice<Charset> charset;
    private final Run run;
    private final Tally tally = new Tally();
    private Framer framer;
    private @Nullable String stopped;
    private long blank;

    Reading(Found found, Recognising.Answer answer, Instant asOf, Run run) {
        this.found = found;
        this.answer = answer;
        this.connector = answer.connector();
        this.run = run;
        this.asOf = asOf;
        this.charset = run.request().charset();
        this.settings = new ReadSettings(run.request().zone().value(), charset.value(), asOf);
        this.framer = Framer.lines();
    }

    Tally read(Content content) throws IOException {
        try {
            Optional<RecordFormat> format = content.format();
            if (format.isPresent()) {
                settings = settings.in(StandardCharsets.UTF_8);
                format.get().read(content.unpacked(), new Parts());
            } else {
                lines(TextInput.of(content.unpacked(), charset));
            }
        } catch (Damaged e) {
            stopped = e.getMessage();
        }
        return tally;
    }

    private void lines(TextInput text) throws IOException {
        charset = text.stored();
        settings = settings.in(text.lines());
        framer = connector == null ? Framer.lines() : new Framer(connector, text.lines());
        Records records = new Records(text.bytes());
        try {
            for (Records.Line line = records.next(); line != null; line = records.next()) {
                record(line);
            }
        } finally {
            take(framer.end());
            blank = records.blank();
        }
    }

    /** Of the input, and who said so. */
    Choice<Charset> charset() {
        return charset;
    }

    /** The records of a file that is no text. */
    private final class Parts implements RecordFormat.Sink {
        private int damages;

        @Override
        public void record(long offset, byte[] record) throws IOException {
            Reading.this.record(
                    record.length > Limits.LINE_BYTES
                            ? Records.Line.tooLong(offset, record, record.length, Sha256.hex(record))
                            : new Records.Line.Whole(offset, record));
        }

        /** Counted as what it might have been; the manifest tells that there was such. */
        @Override
        public void damaged(long offset, byte[] bytes, String reason) throws IOException {
            tally.line();
            reject(Reject.rejected(raw(offset, bytes, ""), reason));
            damages++;
            stopped = damages + (damages == 1 ? " part is" : " parts are") + " damaged, at last: " + reason;
        }
    }

    /** Why it could not be read to its end. */
    Optional<String> stopped() {
        return Optional.ofNullable(stopped);
    }

    long blank() {
        return blank;
    }

    Instant asOf() {
        return asOf;
    }

    private void record(Records.Line line) throws IOException {
        switch (line) {
            case Records.Line.Whole whole -> take(framer.line(whole.offset(), whole.bytes()));
            case Records.Line.TooLong l -> {
                tally.line();
                reject(Reject.tooLong(raw(l.offset(), l.head(), ""), l.length(), l.hash()));
            }
        }
    }

    private void take(List<Framer.Framed> records) throws IOException {
        for (Framer.Framed record : records) {
            tally.line();
            take(raw(record.offset(), record.bytes(), record.context()));
        }
    }

    private RawRecord raw(long offset, byte[] bytes, String context) {
        String id = Sha256.hex(found.name() + ":" + offset).substring(0, ID_DIGITS);
        String by = connector == null ? "" : connector.id();
        return new RawRecord(id, found.name(), by, found.name(), settings.asOf(), bytes, context);
    }

    private void take(RawRecord raw) throws IOException {
        switch (parse(raw)) {
            case Parsed.Accepted a -> accept(a);
            case Parsed.Dropped d -> {
                tally.dropped();
                Run.write(run.rejects(), Reject.dropped(raw, d.reason()));
            }
            case Parsed.Rejected r -> reject(Reject.rejected(raw, r.reason()));
        }
    }

    private void reject(Reject reject) throws IOException {
        if (tally.reject() <= MOST_UNKNOWN || connector != null) {
            Run.write(run.rejects(), reject);
        }
    }

    private Parsed parse(RawRecord raw) {
        Parsed own = connector == null
                ? new Parsed.Rejected("no connector reads this file; name one with --source if you know it")
                : connector.parse(raw, settings);
        return own instanceof Parsed.Rejected && !answer.forced()
                ? byAnother(raw).orElse(own)
                : own;
    }

    /** Some files hold what several devices wrote. Who reads lines of any kind is asked only if the run knows such. */
    private Optional<Parsed> byAnother(RawRecord raw) {
        String line = new String(raw.bytes(), settings.charset());
        return run.connectors()
                .recognise(List.of(line))
                .flatMap(r -> run.connectors().find(r.connector()))
                .filter(c -> !raw.connector().equals(c.id()))
                .filter(c -> !c.readsAnyKind() || run.recognised().contains(c.id()))
                .flatMap(c -> parse(raw, c));
    }

    private Optional<Parsed> parse(RawRecord raw, Connector other) {
        Parsed parsed = other.parse(raw.by(other.id()), settings);
        if (parsed instanceof Parsed.Rejected) {
            return Optional.empty();
        }
        tally.readBy(other.id());
        return Optional.of(parsed);
    }

    private void accept(Parsed.Accepted a) throws IOException {
        tally.event(a.event().time(), run.request().span().holds(a.event().time()));
        if (a.parts().isEmpty()) {
            run.intake().take(a.event(), a.observations());
        } else {
            run.assembly().add(a.member());
        }
    }
}
