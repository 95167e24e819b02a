package io.tadoru.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void everythingHasItsDefaultWhenNothingIsSet() {
        Settings settings = Settings.defaults();

        assertThat(settings.get(SettingList.KAFKA_PARTITIONS)).isEqualTo(6);
        assertThat(settings.get(SettingList.INDEX_RETENTION_DAYS)).isEqualTo(365);
        assertThat(settings.get(SettingList.OFFICE_DOMAINS)).isEmpty();
        assertThat(settings.find(SettingList.BACKFILL_FROM)).isEmpty();
        assertThat(settings.sources()).isEmpty();
    }

    @Test
    void environmentOverridesFileAndOptionOverridesBoth() throws IOException {
        Path file = file("kafka:\n  partitions: 1\n  replication-factor: 2\n  bootstrap-servers: a:1\n");

        Settings settings = Settings.load(
                file,
                Map.of("TADORU_KAFKA_PARTITIONS", "2", "TADORU_KAFKA_BOOTSTRAP_SERVERS", "b:1", "HOME", "/root"),
                Map.of("kafka.partitions", "3"));

        assertThat(settings.get(SettingList.KAFKA_PARTITIONS)).isEqualTo(3);
        assertThat(settings.get(SettingList.KAFKA_BOOTSTRAP_SERVERS)).isEqualTo("b:1");
        assertThat(settings.get(SettingList.KAFKA_REPLICATION_FACTOR)).isEqualTo(2);
    }

    @Test
    void listsAreReadFromYamlListsAndFromCommas() throws IOException {
        Path file = file("office:\n  domains: [example.co.jp, example.jp]\n");

        Settings settings =
                Settings.load(file, Map.of("TADORU_OFFICE_SHARED", "ip:10.20.1.80, ip:10.20.1.1"), Map.of());

        assertThat(settings.get(SettingList.OFFICE_DOMAINS)).containsExactly("example.co.jp", "example.jp");
        assertThat(settings.get(SettingList.OFFICE_SHARED)).containsExactly("ip:10.20.1.80", "ip:10.20.1.1");
    }

    @Test
    void datesAreDates() {
        Settings settings =
                Settings.load(null, Map.of(), Map.of("backfill.from", "2022-02-01", "backfill.to", "2022-03-31"));

        assertThat(settings.find(SettingList.BACKFILL_FROM)).contains(LocalDate.of(2022, 2, 1));
    }

    @Test
    void anUnknownKeyIsNamedWithFileLineAndTheNearestName() throws IOException {
        Path file = file("kafka:\n  partitions: 6\n  boostrap-servers: a:1\n");

        assertThatThrownBy(() -> load(file))
                .isInstanceOf(SettingsException.class)
                .hasMessage("%s line 3: unknown setting kafka.boostrap-servers; did you mean kafka.bootstrap-servers?"
                        .formatted(file));
    }

    @Test
    void anIllTypedValueIsNamedWithFileLineAndWhatWasExpected() throws IOException {
        Path file = file("kafka:\n  partitions: six\n");

        assertThatThrownBy(() -> load(file))
                .hasMessage(file + " line 2: kafka.partitions is 'six', expected a whole number from 1 to 1000");
    }

    @Test
    void aValueOutOfRangeIsNoValue() {
        assertThatThrownBy(() -> set("kafka.partitions", "0")).hasMessageContaining("from 1 to 1000");
    }

    @Test
    void allFaultsAreToldAtOnce() throws IOException {
        Path file = file("kafka:\n  partitions: six\nelastic:\n  url: http://localhost:9200\n");

        assertThatThrownBy(() -> load(file))
                .hasMessageContaining("line 2: kafka.partitions")
                .hasMessageContaining("line 4: unknown setting elastic.url; did you mean elasticsearch.url?");
    }

    @Test
    void anUnknownVariableIsAnsweredWithAVariable() {
        assertThatThrownBy(() -> Settings.load(null, Map.of("TADORU_KAFKA_PARTITION", "6"), Map.of()))
                .hasMessage("environment TADORU_KAFKA_PARTITION: unknown setting TADORU_KAFKA_PARTITION; "
                        + "did you mean TADORU_KAFKA_PARTITIONS?");
    }

    @Test
    void variablesOfLauncherAndKubernetesAreNoSettings() {
        Map<String, String> environment = Map.of(
                "TADORU_JAVA_HOME", "/usr/lib/jvm/x",
                "TADORU_PORT", "tcp://10.96.0.7:8088",
                "TADORU_SERVICE_HOST", "10.96.0.7",
                "TADORU_PORT_8088_TCP_ADDR", "10.96.0.7");

        assertThat(Settings.load(null, environment, Map.of()).get(SettingList.KAFKA_PARTITIONS))
                .isEqualTo(6);
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> set("chains.horizon", "7")).hasMessageContaining("did you mean chains.horizon-days?");
    }

    @Test
    void aKeyWithoutValueIsAFault() throws IOException {
        Path file = file("kafka:\n  partitions:\n");

        assertThatThrownBy(() -> load(file)).hasMessageContaining(file + " line 2: kafka.partitions has no value");
    }

    @Test
    void aKeyThatIsSetTwiceIsAFault() throws IOException {
        Path nested = file("kafka:\n  partitions: 1\nkafka.partitions: 2\n");
        assertThatThrownBy(() -> load(nested)).hasMessageContaining("line 3: kafka.partitions is set twice");

        Path plain = file("kafka:\n  partitions: 1\n  partitions: 2\n");
        assertThatThrownBy(() -> load(plain)).hasMessageContaining("line 3").hasMessageContaining("partitions");
    }

    @Test
    void whatIsNoYamlIsNamedWithItsLine() throws IOException {
        Path file = file("kafka:\n  partitions: [1\n");

        assertThatThrownBy(() -> load(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file + " line");
    }

    @Test
    void aFileOfAnotherShapeIsAFault() throws IOException {
        Path list = file("- kafka\n");
        assertThatThrownBy(() -> load(list)).hasMessageContaining("line 1: expected settings such as");

        Path objects = file("office:\n  domains:\n    - name: example.co.jp\n");
        assertThatThrownBy(() -> load(objects)).hasMessageContaining("office.domains expects plain values in its list");
    }

    @Test
    void aFileThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> load(folder.resolve("no.yml"))).hasMessageContaining("no.yml does not exist");
    }

    @Test
    void anEmptyFileSetsNothing() throws IOException {
        assertThat(load(file("# nothing\n")).get(SettingList.KAFKA_PARTITIONS)).isEqualTo(6);
    }

    @Test
    void halfABackfillIsAFault() {
        assertThatThrownBy(() -> set("backfill.from", "2022-02-01"))
                .hasMessageContaining("--set backfill.from")
                .hasMessageContaining("must both be set");
    }

    @Test
    void aPasswordInAUrlIsRefused() {
        assertThatThrownBy(() -> set("elasticsearch.url", "http://elastic:secret@localhost:9200"))
                .hasMessageContaining("expected a URL");
    }

    @Test
    void secretsAreMaskedAndOriginsAreTold() throws IOException {
        Settings settings = Settings.load(
                file("kafka:\n  partitions: 1\n"), Map.of("TADORU_ELASTICSEARCH_PASSWORD", "pa$${x}ss"), Map.of());

        assertThat(settings.find(SettingList.ELASTICSEARCH_PASSWORD)).contains("pa$${x}ss");
        assertThat(settings.describe().toString()).doesNotContain("pa$$");
        assertThat(origin(settings, "elasticsearch.password")).isEqualTo("environment TADORU_ELASTICSEARCH_PASSWORD");
        assertThat(origin(settings, "kafka.partitions")).endsWith("tadoru.yml line 2");
        assertThat(origin(settings, "kafka.replication-factor")).isEqualTo("default");
    }

    private static String origin(Settings settings, String name) {
        return settings.describe().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow()
                .from();
    }

    private static Settings set(String key, String value) {
        return Settings.load(null, Map.of(), Map.of(key, value));
    }

    private static Settings load(Path file) {
        return Settings.load(file, Map.of(), Map.of());
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("tadoru.yml"), yaml);
    }
}
