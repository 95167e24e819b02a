package io.tadoru.detection;

import io.tadoru.event.Event;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Fields;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in few words what an event tells, for the reader of a chain. */
final class Summary {
    static final int MOST_CHARS = 300;
    private static final long NANOS = 1_000_000_000L;

    private final Event event;

    private Summary(Event event) {
        this.event = event;
    }

    static String of(Event event) {
        String text = new Summary(event).text().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\u00B7");
        return text.length() <= MOST_CHARS ? text : Excerpt.cut(text, MOST_CHARS - 1) + "\u2026";
    }

    private String text() {
        return switch (event.layer().orElse(Layer.IDENTITY)) {
            case EPP -> endpoint();
            case SWG -> web();
            case FIREWALL -> session();
            case MAIL -> mail();
            case IDENTITY -> plain();
        };
    }

    private String endpoint() {
        Verdict verdict = event.verdict().orElse(Verdict.PASSED);
        if (verdict != Verdict.PASSED) {
            String threat = get(Fields.THREAT_NAME, "something");
            return threat + " " + verdict.text() + after(": ", first(Fields.FILE_PATH, Fields.FILE_NAME));
        }
        if (event.has(Fields.PROCESS_PARENT_NAME) || event.has(Fields.PROCESS_PARENT_EXECUTABLE)) {
            return name(Fields.PROCESS_PARENT_NAME, Fields.PROCESS_PARENT_EXECUTABLE) + " started " + command();
        }
        String process = name(Fields.PROCESS_NAME, Fields.PROCESS_EXECUTABLE);
        if (event.has(Fields.DESTINATION_IP)) {
            return process + " connected to " + destination();
        }
        return event.has(Fields.FILE_PATH) ? process + " wrote " + get(Fields.FILE_PATH, "") : plain();
    }

    /** The command line with the program's folder left out. */
    private String command() {
        String line = get(Fields.PROCESS_COMMAND_LINE, "");
        String rest =
                line.startsWith("\"") ? line.replaceFirst("(?s)^\"[^\"]*\"?", "") : line.replaceFirst("(?s)^\\S+", "");
        return (name(Fields.PROCESS_NAME, Fields.PROCESS_EXECUTABLE) + rest).strip();
    }

    private String web() {
        String where = first(Fields.URL_FULL, Fields.URL_ORIGINAL, Fields.URL_DOMAIN, Fields.DESTINATION_IP);
        String type = event.text("http.response.mime_type")
                .filter(t -> !t.equals("-"))
                .map(t -> "(" + t + ")")
                .orElse(null);
        return words(
                event.text("http.request.method").orElse(null),
                where,
                type,
                event.text("http.response.status_code").orElse(null),
                event.verdict()
                        .filter(v -> v == Verdict.BLOCKED)
                        .map(v -> "blocked")
                        .orElse(null));
    }

    private String session() {
        String threat = first(Fields.THREAT_NAME);
        boolean refused = event.verdict().filter(v -> v == Verdict.BLOCKED).isPresent();
        String head = get(Fields.SOURCE_IP, "?") + " -> " + destination() + (refused ? " refused" : " accepted");
        return Stream.of(threat == null ? head : head + ": " + threat, duration(), sent())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private @Nullable String duration() {
        var nanos = event.number(Fields.EVENT_DURATION);
        return nanos.isPresent() ? nanos.getAsLong() / NANOS + " s" : null;
    }

    private @Nullable String sent() {
        var bytes = event.number(Fields.SOURCE_BYTES);
        return bytes.isPresent() ? bytes.getAsLong() + " bytes out" : null;
    }

    private String mail() {
        List<String> to = event.texts(Fields.EMAIL_TO);
        List<String> files = event.texts(Fields.EMAIL_ATTACHMENT_NAME);
        String verdict = event.verdict()
                .filter(v -> v != Verdict.PASSED)
                .map(v -> ", " + v.text())
                .orElse("");
        return "mail from " + get(Fields.EMAIL_FROM, "?") + " to " + (to.isEmpty() ? "?" : to.get(0))
                + (to.size() > 1 ? " (+" + (to.size() - 1) + ")" : "")
                + (files.isEmpty()
                        ? ""
                        : ", attachment " + files.stream().limit(3).collect(Collectors.joining(", ")))
                + verdict;
    }

    private String plain() {
        return words(first(Fields.OBSERVER_NAME, Fields.HOST_NAME), first(Fields.EVENT_ACTION), first(Fields.MESSAGE));
    }

    private String destination() {
        return get(Fields.DESTINATION_IP, get(Fields.DESTINATION_DOMAIN, "?"))
                + after(":", first(Fields.DESTINATION_PORT));
    }

    private String name(String nameField, String pathField) {
        String path = get(pathField, "?");
        return get(nameField, path.substring(path.lastIndexOf('\\') + 1));
    }

    private String get(String field, String otherwise) {
        return event.text(field).orElse(otherwise);
    }

    private @Nullable String first(String... fields) {
        return Stream.of(fields)
                .flatMap(f -> event.text(f).stream())
                .findFirst()
                .orElse(null);
    }

    private static String after(String separator, @Nullable String text) {
        return text == null ? "" : separator + text;
    }

    private static String words(@Nullable String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
