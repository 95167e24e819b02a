package io.tadoru.simulator.score;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What truly happened in an office, as {@code truth.json} says: what chains are measured against, after a line's walk.
 *
 * @param incidents all that a chain should tell
 * @param expected_noise what may be told, as long as nobody is alarmed by it
 */
public record Truth(
        Office office, List<Incident> incidents, @Nullable List<Noise> expected_noise) {
    /** How large it was and for how long. */
    public record Office(int hosts, int days) {}

    /** When it was infected; {@code decidable} when the logs bound it within two minutes. */
    public record Infected(@Nullable Instant at, boolean decidable) {}

    /** Lines that look like an incident and are none: EICAR, unwanted programs, the help desk. */
    public record Noise(
            String kind, @Nullable String host, @Nullable List<String> hashes) {
        List<String> lines() {
            return hashes == null ? List.of() : hashes;
        }
    }

    /**
     * One incident.
     *
     * @param real something ran, or an account was used; false for what was refused
     * @param host whose chain it is
     * @param hosts others that hold a chain of it
     * @param status each word that would be honest
     * @param layers each layer's word, or words where more than one would be right
     * @param evidence hashes of the lines that belong to it
     * @param allowed hashes of lines that may stand beside them
     * @param undecidable what the logs do not decide
     * @param alarming ({@code notify}) a person should be told
     */
    public record Incident(
            String id,
            String kind,
            String definition,
            boolean real,
            @Nullable String host,
            @Nullable List<String> hosts,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> status,

            @Nullable Infected infected,
            @Nullable Instant quarantined_at,
            @Nullable Map<String, Words> layers,
            List<String> evidence,
            @Nullable List<String> allowed,
            @Nullable List<String> undecidable,
            @JsonProperty("notify") boolean alarming) {

        boolean undecidable(String what) {
            return undecidable != null && undecidable.contains(what);
        }

        Optional<Instant> infectedAt() {
            return Optional.ofNullable(infected).map(Infected::at);
        }

        boolean isOn(String name) {
            return name.equalsIgnoreCase(host)
                    || (hosts != null && hosts.stream().anyMatch(name::equalsIgnoreCase));
        }

        List<String> allowedLines() {
            return allowed == null ? List.of() : allowed;
        }
    }

    /** One word, or several of which each would be right. */
    public record Words(List<String> any) {
        @com.fasterxml.jackson.annotation.JsonCreator(
                mode = com.fasterxml.jackson.annotation.JsonCreator.Mode.DELEGATING)
        static Words of(Object written) {
            return new Words(
                    written instanceof List<?> list
                            ? list.stream().map(String::valueOf).toList()
                            : List.of(String.valueOf(written)));
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read or is no truth
     */
    public static Truth read(Path file) throws IOException {
        return Json.MAPPER.readValue(Files.readAllBytes(file), Truth.class);
    }

    List<Noise> noise() {
        return expected_noise == null ? List.of() : expected_noise;
    }
}
