package io.tadoru.runtime;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where a source's lines come in, and what its lines do not say of themselves.
 *
 * @param port zero for a source that opens none of its own
 * @param asOf when its lines were written at the latest; empty: when they are received
 */
public record SourceSettings(
        String name,
        String connector,
        Via via,
        String host,
        int port,
        Optional<Path> path,
        boolean follow,
        ZoneId timezone,
        Charset charset,
        Optional<Instant> asOf) {

    /** The way in. */
    public enum Via {
        SYSLOG_UDP,
        SYSLOG_TCP,
        HTTP,
        FILE,
        /** A shipper writes to {@code tadoru.raw} itself. */
        KAFKA
    }

    static final String PREFIX = "sources.";

    static final Setting<String> CONNECTOR =
            Setting.text("sources.<name>.connector", null, "Id of the connector that reads its lines; required.");
    static final Setting<Via> VIA =
            Setting.choice("sources.<name>.via", Via.class, Via.SYSLOG_UDP, "How its lines come in.");
    static final Setting<String> HOST = Setting.text(
            "sources.<name>.host", "127.0.0.1", "Address its listener binds to; 0.0.0.0 opens it to the network.");
    static final Setting<Integer> PORT =
            Setting.port("sources.<name>.port", null, "Port of its listener; required via syslog.");
    static final Setting<Path> PATH = Setting.path(
            "sources.<name>.path",
            null,
            "The file, or a pattern that one file fits, such as /var/log/app-*.log; required via file.");
    static final Setting<Boolean> FOLLOW =
            Setting.flag("sources.<name>.follow", true, "Whether the file is read on as it grows.");
    static final Setting<ZoneId> TIMEZONE =
            Setting.zone("sources.<name>.timezone", "UTC", "Zone of times that name none.");
    static final Setting<Charset> CHARSET = Setting.charset("sources.<name>.charset", "UTF-8", "Charset of its lines.");
    static final Setting<Instant> AS_OF = Setting.instant(
            "sources.<name>.as-of", "When its lines were written at the latest, for times without a year.");

    static final List<Setting<?>> ALL = List.of(CONNECTOR, VIA, HOST, PORT, PATH, FOLLOW, TIMEZONE, CHARSET, AS_OF);

    /** The source of this name, which {@link SettingChecks} has passed. */
    static SourceSettings of(String name, Settings settings) {
        return new SourceSettings(
                name,
                settings.get(CONNECTOR.of(name)),
                settings.get(VIA.of(name)),
                settings.get(HOST.of(name)),
                settings.find(PORT.of(name)).orElse(0),
                settings.find(PATH.of(name)),
                settings.get(FOLLOW.of(name)),
                settings.get(TIMEZONE.of(name)),
                settings.get(CHARSET.of(name)),
                settings.find(AS_OF.of(name)));
    }
}
