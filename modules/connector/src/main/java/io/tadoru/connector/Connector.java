package io.tadoru.connector;

import io.tadoru.event.Layer;
import io.tadoru.event.Limits;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one vendor's records: where a line stops being bytes. Immutable, and safe for any number of threads. */
public final class Connector {
    private static final int VERSION_DIGITS = 12;

    private final String id;
    private final String version;
    private final Plan plan;

    private Connector(String id, String version, Plan plan) {
        this.id = id;
        this.version = version;
        this.plan = plan;
    }

    /** Compiles the file; the folder's name is the connector's. */
    static Connector load(Path file, Others others) {
        Plan plan = Plan.compile(file, others);
        try {
            String version = Sha256.hex(Files.readAllBytes(file)).substring(0, VERSION_DIGITS);
            return new Connector(folder(file), version, plan);
        } catch (IOException e) {
            throw new ConnectorException(file, 0, "no readable file (" + e.getMessage() + ")", "a connector", "");
        }
    }

    private static String folder(Path file) {
        Path absolute = file.toAbsolutePath();
        return absolute.getName(absolute.getNameCount() - 2).toString();
    }

    /** The folder's name, such as {@code fortinet_fortigate}. */
    public String id() {
        return id;
    }

    /** Of its definition: 12 digits of the file's SHA-256. */
    public String version() {
        return version;
    }

    /** The layer that writes such records, where a record does not say otherwise itself. */
    public Layer layer() {
        return plan.layer();
    }

    /** Whether it reads records of any kind, so that another connector that reads one is always the better choice. */
    public boolean readsAnyKind() {
        return plan.fallback();
    }

    /** Who makes what writes such records, and its name. */
    public String product() {
        return plan.product().startsWith(plan.vendor()) ? plan.product() : plan.vendor() + " " + plan.product();
    }

    /** How many shapes of records it tells apart; one at least. */
    public int shapes() {
        return Math.max(1, plan.shapes());
    }

    /** The format of files that are no text, whose records it reads. */
    public Optional<String> format() {
        return plan.format();
    }

    Plan plan() {
        return plan;
    }

    /** The record's part in what is told in several lines, in the order in which that is put together. */
    List<Part> parts(Draft draft, List<Sight> sights) {
        List<Part> parts = new ArrayList<>();
        for (int stage = 0; stage < plan.assembly().size(); stage++) {
            String name = stage + "|" + id + "|" + version;
            plan.assembly().get(stage).part(draft, name, sights).ifPresent(parts::add);
        }
        return parts;
    }

    /** Reads one record; whatever its bytes, the answer is a value. */
    public Parsed parse(RawRecord raw, ReadSettings settings) {
        if (raw.bytes().length > Limits.LINE_BYTES) {
            return new Parsed.Rejected(raw.bytes().length + " bytes are more than " + Limits.LINE_BYTES);
        }
        try {
            return read(raw, settings, decode(raw.bytes(), settings.charset()));
        } catch (CharacterCodingException e) {
            return new Parsed.Rejected("the bytes are not " + settings.charset().name());
        } catch (RuntimeException e) { // a bug here must not stop the pipeline: the line is kept as a reject
            return new Parsed.Rejected("connector " + id + " failed: " + e);
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private Parsed read(RawRecord raw, ReadSettings settings, String original) {
        String text = original.startsWith("\uFEFF") ? original.substring(1).strip() : original.strip();
        if (text.isEmpty()) {
            return new Parsed.Dropped("blank line");
        }
        if (plan.framing().heads(text)) {
            return new Parsed.Dropped("a header: it tells how to read the lines after it");
        }
        Draft draft = new Draft(raw, settings, text, this);
        plan.steps().run(draft);
        Parsed end = draft.end();
        return end == null ? new Finish(this, draft).event(original) : end;
    }
}
