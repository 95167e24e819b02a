package io.tadoru.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tadoru.runtime.SourceSettings.Via;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSettingsTest {
    private static final String YAML = """
            sources:
              fw-edge:
                connector: fortinet_fortigate
                via: syslog-tcp
                port: 5514
                timezone: Asia/Tokyo
              proxy:
                connector: squid
                via: file
                path: /var/log/squid/access.log
                follow: false
                charset: Shift_JIS
                as-of: 2022-02-26
            """;

    @TempDir
    Path folder;

    @Test
    void sourcesAreReadWithTheirDefaults() throws IOException {
        Settings settings = load(YAML, Map.of());

        assertThat(settings.sources()).extracting(SourceSettings::name).containsExactly("fw-edge", "proxy");
        SourceSettings firewall = settings.sources().get(0);
        assertThat(firewall.via()).isEqualTo(Via.SYSLOG_TCP);
        assertThat(firewall.host()).isEqualTo("127.0.0.1");
        assertThat(firewall.port()).isEqualTo(5514);
        assertThat(firewall.timezone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        SourceSettings proxy = settings.sources().get(1);
        assertThat(proxy.path()).contains(Path.of("/var/log/squid/access.log"));
        assertThat(proxy.follow()).isFalse();
        assertThat(proxy.charset()).isEqualTo(Charset.forName("Shift_JIS"));
        assertThat(proxy.asOf()).contains(Instant.parse("2022-02-26T00:00:00Z"));
    }

    @Test
    void aVariableFindsTheSourceWithAHyphen() throws IOException {
        Settings settings =
                load(YAML, Map.of("TADORU_SOURCES_FW_EDGE_PORT", "6514", "TADORU_SOURCES_PROXY_AS_OF", "2022-03-01"));

        assertThat(settings.sources().get(0).port()).isEqualTo(6514);
        assertThat(settings.sources().get(1).asOf()).contains(Instant.parse("2022-03-01T00:00:00Z"));
    }

    @Test
    void anUnknownKeyOfASourceIsAnsweredWithThatSourcesKey() {
        assertThatThrownBy(() -> load("sources:\n  fw:\n    conector: squid\n", Map.of()))
                .hasMessageContaining(
                        "line 3: unknown setting sources.fw.conector; did you mean sources.fw.connector?");
    }

    @Test
    void whatASourceNeedsIsAskedFor() {
        assertThatThrownBy(() -> load("sources:\n  fw:\n    port: 5514\n", Map.of()))
                .hasMessageContaining("source fw names no connector");
        assertThatThrownBy(() -> load("sources:\n  fw:\n    connector: squid\n", Map.of()))
                .hasMessageContaining("set sources.fw.port");
        assertThatThrownBy(() -> load("sources:\n  fw:\n    connector: squid\n    via: file\n", Map.of()))
                .hasMessageContaining("set sources.fw.path");
    }

    @Test
    void aCharsetThatCannotBeCutIntoLinesIsRefused() throws IOException {
        String source =
                "sources:\n  fw:\n    connector: squid\n    path: a.log\n    port: 5514\n    via: %s\n    charset: %s\n";

        assertThatThrownBy(() -> load(source.formatted("file", "UTF-16"), Map.of()))
                .hasMessageContaining("set UTF-16LE or UTF-16BE");
        assertThatThrownBy(() -> load(source.formatted("syslog-tcp", "UTF-16LE"), Map.of()))
                .hasMessageContaining("have it sent as UTF-8");
        assertThat(load(source.formatted("file", "UTF-16LE"), Map.of()).sources())
                .hasSize(1);
    }

    @Test
    void anUnknownWayInListsTheKnownOnes() {
        assertThatThrownBy(() -> load("sources:\n  fw:\n    connector: squid\n    via: udp\n", Map.of()))
                .hasMessageContaining("expected one of syslog-udp, syslog-tcp, http, file, kafka");
    }

    private Settings load(String yaml, Map<String, String> environment) throws IOException {
        return Settings.load(Files.writeString(folder.resolve("tadoru.yml"), yaml), environment, Map.of());
    }
}
