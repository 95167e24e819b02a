package io.tadoru.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("tadoru.root", "../.."));

    @TempDir
    Path folder;

    @Test
    void theSamePlanWritesTheSameBytes() throws IOException {
        Map<String, String> once = write("once", OfficePlan.emotet(6, 3, 7)).files();
        Map<String, String> again = write("again", OfficePlan.emotet(6, 3, 7)).files();
        assertThat(again).isEqualTo(once);
    }

    @Test
    void anotherSeedWritesOtherLines() throws IOException {
        ScenarioFolder one = write("one", OfficePlan.emotet(6, 3, 7));
        ScenarioFolder other = write("other", OfficePlan.emotet(6, 3, 8));
        assertThat(other.lines("swg/access.log")).isNotEqualTo(one.lines("swg/access.log"));
    }

    @Test
    void committedScenariosAreExactlyWhatTheSimulatorWrites() throws IOException {
        for (OfficePlan plan : WriteScenarios.PLANS) {
            ScenarioFolder committed = new ScenarioFolder(WriteScenarios.folder(CHECKOUT, plan));
            ScenarioFolder written = write(plan.incident().scenario(), plan);
            assertThat(committed.files().keySet()).isEqualTo(written.files().keySet());
            committed
                    .files()
                    .forEach((file, text) -> assertThat(text.equals(written.text(file)))
                            .as("%s of %s; WriteScenarios rewrites it", file, plan)
                            .isTrue());
        }
    }

    @Test
    void scenariosAreLargeEnoughToHideInAndSmallEnoughToKeep() throws IOException {
        assertThat(size(0)).isLessThan(12_000_000);
        assertThat(size(1)).isLessThan(12_000_000);
        assertThat(lines(0)).isBetween(25_000L, 40_000L);
        assertThat(lines(1)).isBetween(12_000L, 25_000L);
    }

    @Test
    void aSmallOfficeOfTwoDaysHoldsTheIncidentToo() throws IOException {
        ScenarioFolder small = write("small", OfficePlan.emotet(4, 2, 1));
        assertThat(small.lines("epp/defender.ndjson")).anyMatch(line -> line.contains("Emotet"));
    }

    @Test
    void fewerDaysThanTheIncidentNeedsAreRefused() {
        assertThatThrownBy(() -> OfficePlan.emotet(40, 1, 1)).hasMessageContaining("days");
        assertThatThrownBy(() -> OfficePlan.emotet(1, 6, 1)).hasMessageContaining("hosts");
    }

    private ScenarioFolder write(String name, OfficePlan plan) throws IOException {
        return ScenarioFolder.write(plan, folder.resolve(name));
    }

    private static int size(int plan) throws IOException {
        return committed(plan).files().values().stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static long lines(int plan) throws IOException {
        return committed(plan).files().values().stream()
                .mapToLong(text -> text.lines().count())
                .sum();
    }

    private static ScenarioFolder committed(int plan) {
        return new ScenarioFolder(WriteScenarios.folder(CHECKOUT, WriteScenarios.PLANS.get(plan)));
    }
}
