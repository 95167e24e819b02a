package io.tadoru.detection.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.OptionalLong;

/** A document with its place among others. */
public record CaseEvent(Ordinal at, JsonNode document) {
    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(java.util.Locale.ROOT);

    /**
     * Reads {@code event.id}, {@code @timestamp} (RFC 3339, up to nine digits of a second) and {@code event.sequence}.
     *
     * @throws CaseException when the document is no event
     */
    public static CaseEvent of(JsonNode document) {
        if (!document.path("event.id").isTextual()) {
            throw new CaseException("an event has a text 'event.id'");
        }
        JsonNode sequence = document.path("event.sequence");
        Ordinal at = new Ordinal(
                time(document.path("@timestamp").asText()),
                sequence.isNumber() ? OptionalLong.of(sequence.longValue()) : OptionalLong.empty(),
                document.get("event.id").textValue());
        return new CaseEvent(at, document);
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text, RFC_3339).toInstant();
        } catch (DateTimeException e) {
            throw new CaseException("'" + text + "' is no RFC 3339 instant");
        }
    }
}
