package io.tadoru.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tadoru.command.CommandFailed;
import io.tadoru.event.Sha256;
import io.tadoru.runtime.SourceSettings.Via;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A folder of vendors' log files and the {@code scenario.yml} that says how an office's pipeline would be set for them.
 *
 * @param zone in which people read its times
 * @param settings as {@code --set} takes them
 */
record Scenario(Path folder, String name, ZoneId zone, List<Feed> feeds, Map<String, String> settings) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> OF_SOURCE = List.of("connector", "timezone", "charset", "as-of");

    /** A source's file and the way its lines go in. */
    record Feed(String source, Path file, Via via) {}

    /**
     * Reads {@code scenario.yml}; values of settings are checked when they are loaded.
     *
     * @throws CommandFailed naming what is missing or wrong
     */
    static Scenario read(Path folder) {
        Path file = folder.resolve("scenario.yml");
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed(folder + " is no scenario: there is no scenario.yml in it");
        }
        try {
            return of(folder.toAbsolutePath().normalize(), YAML.readTree(Files.readString(file)));
        } catch (JsonProcessingException e) {
            throw new CommandFailed(file + ": " + e.getOriginalMessage(), e);
        } catch (IOException | DateTimeException e) {
            throw new CommandFailed(file + ": " + e.getMessage(), e);
        }
    }

    private static Scenario of(Path folder, JsonNode yaml) {
        List<Feed> feeds = new ArrayList<>();
        Map<String, String> settings = new LinkedHashMap<>();
        yaml.path("backfill").properties().forEach(e -> settings.put("backfill." + e.getKey(), text(e.getValue())));
        yaml.path("office").properties().forEach(e -> settings.put("office." + e.getKey(), text(e.getValue())));
        for (Map.Entry<String, JsonNode> source : yaml.path("sources").properties()) {
            Feed feed = feed(folder, source.getKey(), source.getValue());
            feeds.add(feed);
            settings.putAll(settings(feed, source.getValue()));
        }
        if (feeds.isEmpty()) {
            throw new CommandFailed(folder + ": scenario.yml names no sources");
        }
        String name = yaml.path("name").asText(String.valueOf(folder.getFileName()));
        return new Scenario(
                folder, name, ZoneId.of(yaml.path("timezone").asText("UTC")), List.copyOf(feeds), Map.copyOf(settings));
    }

    private static Feed feed(Path folder, String source, JsonNode yaml) {
        Path file = folder.resolve(yaml.path("file").asText()).normalize();
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed("source " + source + ": there is no file " + file);
        }
        String via = yaml.path("via").asText("file");
        return switch (via) {
            case "syslog-tcp" -> new Feed(source, file, Via.SYSLOG_TCP);
            case "http" -> new Feed(source, file, Via.HTTP);
            case "file" -> new Feed(source, file, Via.FILE);
            default ->
                throw new CommandFailed("source " + source + ": a scenario's lines go in via syslog-tcp, http or"
                        + " file, not " + via + " (UDP would lose some)");
        };
    }

    private static Map<String, String> settings(Feed feed, JsonNode yaml) {
        Map<String, String> settings = new LinkedHashMap<>();
        String prefix = "sources." + feed.source() + ".";
        OF_SOURCE.stream().filter(yaml::has).forEach(key -> settings.put(prefix + key, text(yaml.path(key))));
        settings.put(prefix + "via", feed.via().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        switch (feed.via()) {
            case FILE -> {
                settings.put(prefix + "path", feed.file().toString());
                settings.put(prefix + "follow", "false");
            }
            case SYSLOG_TCP -> settings.put(prefix + "port", "0");
            default -> {} // HTTP has one port for all
        }
        return settings;
    }

    private static String text(JsonNode value) {
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        return value.isArray() ? String.join(",", parts) : value.asText();
    }

    /** Changes when a line or a setting does. */
    String fingerprint() throws IOException {
        StringBuilder all = new StringBuilder(Sha256.hex(Files.readAllBytes(folder.resolve("scenario.yml"))));
        for (Feed feed : feeds) {
            all.append(feed.source()).append(FeedLines.digest(feed.file()));
        }
        return Sha256.hex(all.toString());
    }
}
