package io.tadoru.event;

import java.time.Instant;

/**
 * A record as it was received, bytes untouched, on {@code tadoru.raw}.
 *
 * @param id what becomes {@code event.id}: from the record's position, so that reading it again is the same record
 * @param source the configured source it came from
 * @param connector id of the connector that reads it
 * @param peer who sent it: a file's path or a sender's address
 * @param receivedAt knowledge time
 * @param context what stood before it in its file and tells how to read it, such as the line that names the columns; often empty
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id, never by equals
public record RawRecord(
        String id, String source, String connector, String peer, Instant receivedAt, byte[] bytes, String context) {
    /** One that is understood by itself. */
    public RawRecord(String id, String source, String connector, String peer, Instant receivedAt, byte[] bytes) {
        this(id, source, connector, peer, receivedAt, bytes, "");
    }

    /** The same record, read by another connector. */
    public RawRecord by(String other) {
        return new RawRecord(id, source, other, peer, receivedAt, bytes, context);
    }
}
