package io.tadoru.normalize;

import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.Parsed;
import io.tadoru.connector.ReadSettings;
import io.tadoru.event.RawRecord;
import io.tadoru.runtime.SourceSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a record with the connector that it names, in its source's zone and charset and as of its source's time. */
public final class SourceReader implements Function<RawRecord, Reading> {
    /**
     * What the settings say of a source.
     *
     * @param asOf when its lines were written at the latest, for times without a year; empty: when each is received
     */
    public record Source(ZoneId zone, Charset charset, Optional<Instant> asOf) {
        /** As configured. */
        public static Source of(SourceSettings settings) {
            return new Source(settings.timezone(), settings.charset(), settings.asOf());
        }

        private ReadSettings reading(RawRecord raw) {
            return new ReadSettings(zone, charset, asOf.orElse(raw.receivedAt()));
        }
    }

    private final ConnectorCatalog connectors;
    private final Map<String, Source> sources;
    private final Source others;

    /**
     * For the configured sources.
     *
     * @param office the zone for records of sources that are not configured; they are taken as UTF-8
     */
    public SourceReader(ConnectorCatalog connectors, Map<String, Source> sources, ZoneId office) {
        this.connectors = connectors;
        this.sources = Map.copyOf(sources);
        this.others = new Source(office, StandardCharsets.UTF_8, Optional.empty());
    }

    @Override
    public Reading apply(RawRecord raw) {
        return connectors
                .find(raw.connector())
                .map(connector -> reading(connector, raw))
                .orElseGet(() -> new Reading.Rejected("no connector of that name: " + raw.connector()));
    }

    private Reading reading(Connector connector, RawRecord raw) {
        Source source = sources.getOrDefault(raw.source(), others);
        return switch (connector.parse(raw, source.reading(raw))) {
            case Parsed.Accepted accepted ->
                new Reading.Read(accepted.event(), accepted.observations(), accepted.parts());
            case Parsed.Dropped dropped -> new Reading.Dropped(dropped.reason());
            case Parsed.Rejected rejected -> new Reading.Rejected(rejected.reason());
        };
    }
}
