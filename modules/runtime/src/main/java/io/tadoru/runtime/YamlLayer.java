package io.tadoru.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tadoru.runtime.SettingLayer.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the settings' file: nested keys become dotted names, each with its line. */
final class YamlLayer {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final YAMLParser parser;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private YamlLayer(Path file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads the file.
     *
     * @throws SettingsException when it cannot be read, is no YAML, or has a shape that no setting has
     */
    static SettingLayer read(Path file) {
        try (YAMLParser parser = YAML.createParser(Files.readString(file))) {
            return new YamlLayer(file, parser).layer();
        } catch (NoSuchFileException e) {
            throw new SettingsException(file + " does not exist", e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new SettingsException(place(file, line) + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read: " + e, e);
        }
    }

    private SettingLayer layer() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            object("");
        } else if (first != null) {
            fault("expected settings such as 'kafka: {partitions: 6}'");
        }
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        return new SettingLayer(file.toString(), 200, entries);
    }

    private void object(String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = prefix + parser.currentName();
            String place = place();
            value(key, place, parser.nextToken());
        }
    }

    private void value(String key, String place, JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT -> object(key + ".");
            case START_ARRAY -> put(key, array(key), place);
            default -> scalar(key, place);
        }
    }

    private void scalar(String key, String place) throws IOException {
        String text = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
        if (text.isEmpty()) {
            faults.add(place + ": " + key + " has no value; remove the line to take the default");
        } else {
            put(key, text, place);
        }
    }

    private void put(String key, String text, String place) {
        if (entries.put(key, new Entry(text, place)) != null) {
            faults.add(place + ": " + key + " is set twice");
        }
    }

    /** Elements joined by commas; a comma within one is escaped, as lists are split later. */
    private String array(String key) throws IOException {
        List<String> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isScalarValue()) {
                elements.add(parser.getText().replace("\\", "\\\\").replace(",", "\\,"));
            } else {
                fault(key + " expects plain values in its list");
                parser.skipChildren();
            }
        }
        return String.join(",", elements);
    }

    private void fault(String sentence) {
        faults.add(place() + ": " + sentence);
    }

    private String place() {
        return place(file, parser.currentTokenLocation().getLineNr());
    }

    private static String place(Path file, int line) {
        return file + " line " + line;
    }
}
