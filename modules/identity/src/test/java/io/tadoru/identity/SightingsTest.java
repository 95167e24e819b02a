package io.tadoru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import io.tadoru.event.Observation;
import io.tadoru.event.Strength;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final Instant TIME = Instant.parse("2022-02-26T01:02:09.500Z");
    private static final Instant DAY = Instant.parse("2022-02-26T00:00:00Z");
    private static final Identity IP = Identity.ip("10.20.30.142");

    @Test
    void anAgentsWordIsKeptToTheMinuteAndALeaseExactly() {
        assertThat(of(seen(IP, "PC-0142", Strength.EPP), seen(IP, "PC-0142", Strength.LEASE)))
                .extracting(Observation::time)
                .startsWith(Instant.parse("2022-02-26T01:02:00Z"), TIME);
    }

    @Test
    void thatALayerWasHeardIsKeptToTheQuarterOfAnHour() {
        assertThat(of())
                .containsExactly(new Observation(
                        Identity.sensor(Layer.SWG),
                        "proxy",
                        Instant.parse("2022-02-26T01:00:00Z"),
                        Strength.EPP,
                        "heard"));
    }

    @Test
    void aLayerIsHeardForAnHourAtLeast() {
        BindingTable table = new BindingTable();
        of().forEach(table::add);
        Identity swg = Identity.sensor(Layer.SWG);
        assertThat(table.asOf(swg, TIME.plusSeconds(3600))).isNotEmpty();
        assertThat(table.asOf(swg, TIME.plusSeconds(3600 + 900))).isEmpty();
        assertThat(table.asOf(swg, TIME.minusSeconds(3600))).isNotEmpty();
        assertThat(table.asOf(swg, TIME.minusSeconds(3600 + 900))).isEmpty();
    }

    @Test
    void aNameOfALengthThatNobodyHasIsNoKey() {
        assertThat(of(
                        seen(IP, "x".repeat(400), Strength.LEASE),
                        seen(Identity.user("x".repeat(400)), "PC", Strength.EPP)))
                .hasSize(1);
    }

    @Test
    void aLongNameIsSaidToBeWhatNetBiosLeavesOfIt() {
        assertThat(of(seen(IP, "ACCOUNTING-LAPTOP-01", Strength.LEASE)))
                .contains(new Observation(
                        Identity.host("ACCOUNTING-LAPT"), "ACCOUNTING-LAPTOP-01", DAY, Strength.LEASE, "test"));
        assertThat(of(seen(IP, "ACCOUNTING-LAPT", Strength.LEASE))).hasSize(3);
    }

    @Test
    void anAgentSaysThatItsIdIsItsHosts() {
        Identity id = Identity.host("4f1c0a5d9b7e4c21a0d3e8f765b90142");
        Map<String, Object> fields = Map.of(
                Fields.TIMESTAMP,
                TIME.toString(),
                Fields.LAYER,
                "epp",
                "agent.id",
                "4f1c0a5d9b7e4c21a0d3e8f765b90142",
                "host.id",
                "142",
                Fields.HOST_NAME,
                "pc-0142.example.co.jp");
        assertThat(Sightings.of(Event.of(fields), List.of(), "edr", Office.defaults()))
                .startsWith(new Observation(id, "PC-0142", DAY, Strength.EPP, "agent"))
                .hasSize(3);
    }

    private static Observation seen(Identity identity, String host, Strength strength) {
        return new Observation(identity, host, TIME, strength, "test");
    }

    private static List<Observation> of(Observation... seen) {
        Event event = Event.of(Map.of(Fields.TIMESTAMP, TIME.toString(), Fields.LAYER, "swg"));
        return Sightings.of(event, List.of(seen), "proxy", Office.defaults());
    }
}
