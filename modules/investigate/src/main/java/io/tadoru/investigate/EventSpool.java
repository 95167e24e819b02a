package io.tadoru.investigate;

import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.HostName;
import io.tadoru.event.Identity;
import io.tadoru.event.Party;
import io.tadoru.identity.Office;
import io.tadoru.identity.Parties;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events on disk until it is known whose they are, each with what is needed to tell, so that none is read anew. */
final class EventSpool implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Office office;
    private final DataOutputStream out;

    /**
     * An event that waits.
     *
     * @param host its own word, in normal form; empty when it names none
     * @param bare whether no field that names its host is in it yet, or none that would change
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Waiting(Instant time, String host, boolean bare, List<Party> parties, byte[] json) {}

    /** Takes each in turn. */
    interface Taker {
        void take(Waiting event) throws IOException;
    }

    EventSpool(Path file, Office office) throws IOException {
        this.file = file;
        this.office = office;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    void add(Event event) throws IOException {
        String host = event.text(Fields.HOST_NAME).map(HostName::normal).orElse("");
        byte[] json = EventJson.encode(event);
        out.writeInt(json.length);
        out.write(json);
        instant(event.time());
        text(host.isBlank() ? "" : host);
        out.writeBoolean(bare(event, host));
        parties(host.isBlank() ? Parties.of(event, office).parties() : List.of());
    }

    /** What once was in an index may carry the fields already. */
    private static boolean bare(Event event, String host) {
        boolean says = event.has(Fields.HOST_ID) || event.has(Fields.HOST_BASIS);
        return !says && (!host.isBlank() || !event.has(Fields.HOST_NAME));
    }

    private void parties(List<Party> parties) throws IOException {
        out.writeInt(parties.size());
        for (Party party : parties) {
            out.writeInt(party.identities().size());
            for (Identity identity : party.identities()) {
                text(identity.toString());
            }
        }
    }

    private void instant(Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Ends writing, and hands out what was written, in order. */
    void each(Taker taker) throws IOException {
        out.writeInt(-1);
        out.flush();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (int length = in.readInt(); length >= 0; length = in.readInt()) {
                taker.take(waiting(in, in.readNBytes(length)));
            }
        }
    }

    private static Waiting waiting(DataInputStream in, byte[] json) throws IOException {
        Instant time = Instant.ofEpochSecond(in.readLong(), in.readInt());
        return new Waiting(time, text(in), in.readBoolean(), parties(in), json);
    }

    private static List<Party> parties(DataInputStream in) throws IOException {
        List<Party> parties = new ArrayList<>();
        for (int p = in.readInt(); p > 0; p--) {
            List<Identity> identities = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                identities.add(Identity.parse(text(in)));
            }
            parties.add(new Party(identities));
        }
        return parties;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
