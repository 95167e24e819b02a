package io.tadoru.command;

import io.tadoru.connector.Assembly;
import io.tadoru.connector.Assembly.Completed;
import io.tadoru.connector.Member;
import io.tadoru.connector.Part;
import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes parsed records as JSON documents, in order: each at once, or all at the end and completed by the others. */
final class ParsedOut {
    private final OutputStream out;
    private final boolean assemble;
    private final List<Map<String, ?>> waiting = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    ParsedOut(OutputStream out, boolean assemble) {
        this.out = out;
        this.assemble = assemble;
    }

    void take(Map<String, ?> document, List<Part> parts) throws IOException {
        if (!assemble) {
            write(document);
            return;
        }
        waiting.add(document);
        if (!parts.isEmpty()) {
            members.add(new Member(Event.of(document), parts));
        }
    }

    void take(Map<String, ?> document) throws IOException {
        take(document, List.of());
    }

    void flush() throws IOException {
        out.flush();
    }

    void end() throws IOException {
        Map<String, Completed> whole = Assembly.throughout(members);
        for (Map<String, ?> document : waiting) {
            Completed completed = whole.get(String.valueOf(document.get(Fields.EVENT_ID)));
            write(completed == null ? document : completed.event().fields());
        }
        out.flush();
    }

    private void write(Map<String, ?> document) throws IOException {
        out.write(Json.bytes(document));
        out.write('\n');
    }
}
