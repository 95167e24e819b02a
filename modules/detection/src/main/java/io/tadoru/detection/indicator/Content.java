package io.tadoru.detection.indicator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Tells by its beginning how a list is written. */
final class Content {
    private static final int HEAD = 64 * 1024;
    private static final Set<String> MISP = Set.of("Event", "response", "Attribute");
    private static final Set<String> STIX = Set.of("objects", "spec_version");

    private Content() {}

    /** As text, wrong bytes as such; without the mark that some programs put before it. */
    static Reader open(Path file) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** Empty for what is none of the forms. */
    static Optional<Form> form(Path file) throws IOException {
        char[] head = new char[HEAD];
        int length;
        try (Reader reader = open(file)) {
            length = reader.read(head);
        }
        return form(new String(head, 0, Math.max(0, length)).strip());
    }

    private static Optional<Form> form(String head) {
        if (head.startsWith("{")
                || (head.startsWith("[") && head.substring(1).stripLeading().startsWith("{"))) {
            return json(head);
        }
        boolean text = !head.startsWith("<") && head.indexOf('\0') < 0;
        return text ? Optional.of(isCsv(head) ? Form.CSV : Form.PLAIN) : Optional.empty();
    }

    private static boolean isCsv(String head) {
        return head.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .filter(CsvList::isHeading)
                .isPresent();
    }

    /** By the first name that only one of the forms has; the head may end anywhere. */
    private static Optional<Form> json(String head) {
        try (JsonParser parser = JsonWalk.parser(new StringReader(head))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Optional<Form> form = form(token, parser);
                if (form.isPresent()) {
                    return form;
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Form> form(JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.FIELD_NAME) {
            return byName(parser.currentName());
        }
        return token == JsonToken.VALUE_STRING && isBundle(parser) ? Optional.of(Form.STIX) : Optional.empty();
    }

    private static boolean isBundle(JsonParser parser) throws IOException {
        return "type".equals(parser.currentName()) && parser.getText().equals("bundle");
    }

    private static Optional<Form> byName(String name) {
        if (MISP.contains(name)) {
            return Optional.of(Form.MISP);
        }
        return STIX.contains(name) ? Optional.of(Form.STIX) : Optional.empty();
    }
}
