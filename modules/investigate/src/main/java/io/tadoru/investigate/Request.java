package io.tadoru.investigate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an investigation is asked: which files, how to read them, and which part of the answer is wanted.
 *
 * @param paths files and folders
 * @param sources connectors that were named, the first match wins
 * @param zone of lines that name none
 * @param inventory CSV of who has which address, or null
 * @param host of whom alone events and chains are wanted, or null for all
 * @param out is created
 */
public record Request(
        List<Path> paths,
        List<Forced> sources,
        Choice<ZoneId> zone,
        Choice<Charset> charset,
        @Nullable Path inventory,
        Span span,
        @Nullable String host,
        Path out,
        Provenance provenance) {
    public Request {
        paths = List.copyOf(paths);
        sources = List.copyOf(sources);
    }

    /** All of what lies there, with defaults. */
    public static Request of(List<Path> paths, Path out) {
        return new Request(
                paths,
                List.of(),
                Choice.of(null, ZoneOffset.UTC),
                Choice.of(null, StandardCharsets.UTF_8),
                null,
                Span.ALL,
                null,
                out,
                Provenance.unknown());
    }

    public Request withSources(List<Forced> other) {
        return new Request(paths, other, zone, charset, inventory, span, host, out, provenance);
    }

    public Request withZone(Choice<ZoneId> other) {
        return new Request(paths, sources, other, charset, inventory, span, host, out, provenance);
    }

    public Request withCharset(Choice<Charset> other) {
        return new Request(paths, sources, zone, other, inventory, span, host, out, provenance);
    }

    public Request withInventory(@Nullable Path other) {
        return new Request(paths, sources, zone, charset, other, span, host, out, provenance);
    }

    public Request withSpan(Span other) {
        return new Request(paths, sources, zone, charset, inventory, other, host, out, provenance);
    }

    public Request withHost(@Nullable String other) {
        return new Request(paths, sources, zone, charset, inventory, span, other, out, provenance);
    }

    public Request withProvenance(Provenance other) {
        return new Request(paths, sources, zone, charset, inventory, span, host, out, other);
    }
}
