package io.tadoru.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.event.RawRecord;
import io.tadoru.normalize.SourceReader.Source;
import io.tadoru.runtime.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant RECEIVED = Instant.parse("2026-11-24T00:00:00Z");
    private static final String LEASE =
            "Feb 26 09:41:20 gw dnsmasq-dhcp[812]: DHCPACK(eth1) 10.20.30.142 00:00:5e:00:53:42 PC-0142";
    private static final ConnectorCatalog CONNECTORS =
            ConnectorCatalog.load(Path.of(System.getProperty("tadoru.root"), "connectors"));

    @TempDir
    Path folder;

    @Test
    void aLineWithoutYearIsOfTheYearThatItsSourceIsReadAsOf() {
        Source old = new Source(TOKYO, StandardCharsets.UTF_8, Optional.of(Instant.parse("2022-03-02T15:00:00Z")));

        assertThat(time(Map.of("gw", old))).isEqualTo("2022-02-26T00:41:20Z");
    }

    @Test
    void withoutAsOfTheTimeOfReceiptFindsTheYear() {
        assertThat(time(Map.of())).isEqualTo("2026-02-26T00:41:20Z");
        assertThat(time(Map.of("gw", new Source(TOKYO, StandardCharsets.UTF_8, Optional.empty()))))
                .isEqualTo("2026-02-26T00:41:20Z");
    }

    @Test
    void aSourceIsReadAsItsSettingsSay() throws IOException {
        Path file = Files.writeString(folder.resolve("tadoru.yml"), """
                sources:
                  gw: {connector: dnsmasq, via: kafka, timezone: Asia/Tokyo, as-of: "2022-03-03T00:00:00+09:00"}
                """);
        var gw = Settings.load(file, Map.of(), Map.of()).sources().get(0);

        assertThat(time(Map.of("gw", Source.of(gw)))).isEqualTo("2022-02-26T00:41:20Z");
    }

    private static String time(Map<String, Source> sources) {
        byte[] line = LEASE.getBytes(StandardCharsets.UTF_8);
        var read = new SourceReader(CONNECTORS, sources, TOKYO)
                .apply(new RawRecord("id", "gw", "dnsmasq", "10.20.1.1", RECEIVED, line));
        assertThat(read).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) read).event().time().toString();
    }
}
