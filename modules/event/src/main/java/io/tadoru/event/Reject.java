package io.tadoru.event;

import java.time.Instant;
import java.util.Base64;

/**
 * A record that became no event, and why, on {@code tadoru.rejects}: nothing is lost.
 *
 * @param id the record's id, as {@code event.id} would be
 * @param outcome whether it could not be read or was dropped by design
 * @param reason for people: what was expected, what was found
 * @param length of the record in bytes, also where only its head is kept
 * @param hash SHA-256 of all its bytes, hex
 * @param head its bytes in base64: all of them, unless it exceeds the limit for a line; empty when dropped
 */
public record Reject(
        String id,
        Outcome outcome,
        String source,
        String connector,
        String peer,
        Instant receivedAt,
        String reason,
        long length,
        String hash,
        String head) {

    /** Why there is no event. */
    public enum Outcome {
        REJECTED,
        /** Noise by design of the connector: counted, its bytes not kept. */
        DROPPED
    }

    /** A record that could not be read. */
    public static Reject rejected(RawRecord raw, String reason) {
        byte[] head = Limits.head(raw.bytes());
        return of(raw, Outcome.REJECTED, reason, Base64.getEncoder().encodeToString(head));
    }

    /**
     * A record that is longer than a line may be, of which only the head was held.
     *
     * @param raw with the head as its bytes
     * @param length of the whole record, in bytes
     * @param hash SHA-256 of all its bytes, hex
     */
    public static Reject tooLong(RawRecord raw, long length, String hash) {
        return new Reject(
                raw.id(),
                Outcome.REJECTED,
                raw.source(),
                raw.connector(),
                raw.peer(),
                raw.receivedAt(),
                length + " bytes are more than " + Limits.LINE_BYTES,
                length,
                hash,
                Base64.getEncoder().encodeToString(raw.bytes()));
    }

    /** A record that its connector drops. */
    public static Reject dropped(RawRecord raw, String reason) {
        return of(raw, Outcome.DROPPED, reason, "");
    }

    private static Reject of(RawRecord raw, Outcome outcome, String reason, String head) {
        return new Reject(
                raw.id(),
                outcome,
                raw.source(),
                raw.connector(),
                raw.peer(),
                raw.receivedAt(),
                reason,
                raw.bytes().length,
                Sha256.hex(raw.bytes()),
                head);
    }
}
