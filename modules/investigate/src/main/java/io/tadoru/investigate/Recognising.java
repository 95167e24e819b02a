package io.tadoru.investigate;

import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.Recognition;
import io.tadoru.connector.RecordFormat;
import io.tadoru.event.Excerpt;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which connector reads an input: the one that was named for it, else the one that reads most of its lines. */
final class Recognising {
    private static final String BY_OPTION = "--source ";
    private static final int HEAD = 200;
    /** A head of which less is read is ambiguous: lines from further on are asked too. */
    private static final double CLEAR = 0.8;

    private static final long FURTHER_BYTES = 64L << 20;
    private static final int CHARACTERS = 64 * 1024;

    private final ConnectorCatalog connectors;
    private final List<Forced> forced;
    private final Choice<Charset> charset;

    Recognising(ConnectorCatalog connectors, List<Forced> forced, Choice<Charset> charset) {
        this.connectors = connectors;
        this.forced = forced;
        this.charset = charset;
    }

    /**
     * The connector, and how it was found.
     *
     * @param how for people; also tells why there is none
     */
    record Answer(@Nullable Connector connector, String how) {
        /** Somebody said so; then no other reads what this one rejects. */
        boolean forced() {
            return how.startsWith(BY_OPTION);
        }
    }

    Answer of(Found found) throws IOException {
        for (Forced f : forced) {
            if (f.matches(found.name())) {
                return new Answer(connectors.find(f.connector()).orElseThrow(), BY_OPTION + f);
            }
        }
        return found.broken() == null ? byContent(found) : new Answer(null, "it cannot be opened");
    }

    private Answer byContent(Found found) throws IOException {
        Budget budget = new Budget(found.file().toFile().length());
        try (Content content = Content.of(found, budget)) {
            Optional<RecordFormat> format = content.format();
            return format.isPresent() ? answer(format.get()) : look(TextInput.of(content.unpacked(), charset));
        } catch (Damaged e) {
            return new Answer(null, "it cannot be read");
        }
    }

    private Answer answer(RecordFormat format) {
        return connectors
                .of(format)
                .map(c -> new Answer(c, "its first bytes: " + format.name()))
                .orElseGet(() -> new Answer(null, "no connector reads the format " + format.name()));
    }

    private Answer look(TextInput text) throws IOException {
        Records records = new Records(text.bytes());
        Charset lines = text.lines();
        List<String> head = new ArrayList<>();
        Sample sample = new Sample();
        boolean on = read(records, lines, head, sample);
        Optional<Recognition> first = connectors.recognise(head);
        if (first.filter(r -> r.share() >= CLEAR).isPresent() || !on) {
            return answer(first, head.size() + " first lines");
        }
        while (on && records.at() < FURTHER_BYTES) {
            on = read(records, lines, null, sample);
        }
        List<String> all = sample.lines();
        Optional<Recognition> wide = connectors.recognise(all);
        boolean wider = wide.isPresent()
                && (first.isEmpty() || wide.get().share() > first.get().share());
        return wider
                ? answer(wide, all.size() + " lines from all over it")
                : answer(first, head.size() + " first lines");
    }

    /** Reads lines for the head, or without one a thousand; false at the end. As far as it can be read. */
    private boolean read(Records records, Charset lines, @Nullable List<String> head, Sample sample)
            throws IOException {
        try {
            for (int i = 0; i < (head == null ? 1000 : HEAD); i++) {
                Records.Line line = records.next();
                if (line == null) {
                    return false;
                }
                if (line instanceof Records.Line.Whole whole) {
                    String text = Excerpt.cut(new String(whole.bytes(), lines), CHARACTERS);
                    sample.see(text);
                    if (head != null) {
                        head.add(text);
                    }
                }
            }
            return true;
        } catch (Damaged e) {
            return false;
        }
    }

    private static String rivals(Recognition r) {
        return r.rivals().isEmpty()
                ? ""
                : "; as much by " + String.join(", ", r.rivals()) + ": name the right one with --source";
    }

    private Answer answer(Optional<Recognition> found, String of) {
        return found.map(r -> new Answer(
                        connectors.find(r.connector()).orElseThrow(),
                        Math.round(r.share() * 100) + " % of " + of + rivals(r)))
                .orElseGet(() -> new Answer(null, "no connector reads any of the " + of));
    }
}
