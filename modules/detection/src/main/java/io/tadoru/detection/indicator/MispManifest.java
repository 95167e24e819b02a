package io.tadoru.detection.indicator;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A MISP feed's table of contents: its events, each in a file of its own named by its UUID. */
public final class MispManifest {
    /** How the file is called. */
    public static final String NAME = "manifest.json";

    private static final int MOST = 50_000;
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private MispManifest() {}

    /**
     * The events that the feed has, by UUID, each with what changes when it does.
     *
     * @throws IOException when it cannot be read, or is no manifest
     */
    public static Map<String, String> read(Path file) throws IOException {
        Map<String, String> events = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(file);
                JsonParser parser = JsonWalk.parser(reader)) {
            parser.nextToken();
            JsonWalk.members(parser, (name, at) -> {
                if (!UUID.matcher(name).matches() || events.size() == MOST) {
                    throw new IOException("is no manifest of a MISP feed with at most " + MOST + " events");
                }
                events.put(name, JsonWalk.object(at).path("timestamp").asText(""));
            });
        }
        return events;
    }
}
