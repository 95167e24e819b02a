package io.tadoru.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Identity;
import io.tadoru.event.Json;
import io.tadoru.event.Strength;
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.HostChoice;
import io.tadoru.identity.Office;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostNamerTest {
    private static final Identity ADDRESS = Identity.ip("10.20.30.142");
    private final KnownBindings bindings = new KnownBindings();
    private final HostNamer namer = new HostNamer(Office.defaults(), bindings::asOf);

    @Test
    void aHostThatTheLogNamesIsTakenAtItsWord() {
        Event named = namer.name(event(Map.of(Fields.HOST_NAME, "pc-0142.example.co.jp", Fields.LAYER, "epp")));
        assertThat(named.fields())
                .containsEntry(Fields.HOST_NAME, "pc-0142.example.co.jp")
                .containsEntry(Fields.HOST_ID, "PC-0142")
                .containsEntry(Fields.HOST_BASIS, "log");
    }

    @Test
    void anAddressIsNamedAfterWhoHadItThen() {
        bind(ADDRESS, "PC-0142", "2022-02-26T00:00:00Z", "2022-02-26T02:00:00Z");
        bind(ADDRESS, "PC-0107", "2022-02-26T03:00:00Z", "2022-02-26T04:00:00Z");
        Event named = namer.name(event(Map.of(Fields.SOURCE_IP, "10.20.30.142", Fields.LAYER, "firewall")));
        assertThat(named.fields()).containsEntry(Fields.HOST_NAME, "PC-0142").containsEntry(Fields.HOST_ID, "PC-0142");
        assertThat(named.text(Fields.HOST_BASIS)).get().asString().contains("lease");
    }

    @Test
    void untilSomethingIsKnownTheAddressIsTheHostAndNoNameIsSet() {
        Event named = namer.name(event(Map.of(Fields.SOURCE_IP, "10.20.30.142", Fields.LAYER, "firewall")));
        assertThat(named.fields())
                .containsEntry(Fields.HOST_ID, "ip:10.20.30.142")
                .containsEntry(Fields.HOST_BASIS, HostChoice.UNRESOLVED)
                .doesNotContainKey(Fields.HOST_NAME);
    }

    @Test
    void aSharedAddressIsItsOwnHostButNoName() {
        Office office = new Office(Office.defaults().networks(), Set.of(), Set.of("10.20.1.80"));
        Event named = new HostNamer(office, bindings::asOf)
                .name(event(Map.of(Fields.SOURCE_IP, "10.20.1.80", Fields.LAYER, "firewall")));
        assertThat(named.fields())
                .containsEntry(Fields.HOST_ID, "ip:10.20.1.80")
                .containsEntry(Fields.HOST_BASIS, HostChoice.SHARED)
                .doesNotContainKey(Fields.HOST_NAME);
    }

    @Test
    void namedAgainItIsAsIfNamedForTheFirstTime() {
        Event event = event(Map.of(Fields.SOURCE_IP, "10.20.30.142", Fields.LAYER, "firewall"));
        Event before = namer.name(event);
        bind(ADDRESS, "PC-0107", "2022-02-25T00:00:00Z", "2022-02-25T02:00:00Z");
        Event between = namer.nameAgain(before);
        bind(ADDRESS, "PC-0142", "2022-02-26T00:00:00Z", "2022-02-26T02:00:00Z");
        Event after = namer.nameAgain(between);
        assertThat(between.fields()).containsEntry(Fields.HOST_NAME, "PC-0107");
        assertThat(after).isEqualTo(namer.name(event)).isEqualTo(namer.nameAgain(after));
        assertThat(after.fields())
                .containsEntry(Fields.HOST_NAME, "PC-0142")
                .containsEntry(HostNamer.IDENTITIES, List.of("ip:10.20.30.142"));
    }

    @Test
    void namedAgainWhatTheLogNamedStays() {
        Event named = namer.name(
                event(Map.of(Fields.HOST_NAME, "pc-0142", Fields.SOURCE_IP, "10.20.30.142", Fields.LAYER, "firewall")));
        bind(ADDRESS, "PC-0107", "2022-02-26T00:00:00Z", "2022-02-26T02:00:00Z");
        assertThat(namer.nameAgain(named)).isEqualTo(named);
    }

    @Test
    void anAgentsIdInPlaceOfANameIsNamedAgainAndTheLogsWordStays() {
        String id = "4f1c0a5d9b7e4c21a0d3e8f765b90142";
        Event before = namer.name(event(Map.of(Fields.HOST_NAME, id, Fields.LAYER, "epp")));
        assertThat(before.fields()).containsEntry(Fields.HOST_BASIS, "log");
        bind(Identity.host(id), "PC-0142", "2022-02-26T00:00:00Z", "2022-02-26T02:00:00Z");
        Event after = namer.nameAgain(before);
        assertThat(after.fields())
                .containsEntry(Fields.HOST_NAME, id)
                .containsEntry(Fields.HOST_ID, "PC-0142")
                .containsEntry(Fields.HOST_BASIS, "agent id by lease");
        assertThat(namer.nameAgain(after)).isEqualTo(after);
    }

    @Test
    void anAddressWithAnAgentsIdIsFoundByTheIdToo() {
        String id = "4F1C0A5D9B7E4C21A0D3E8F765B90142";
        bind(ADDRESS, id, "2022-02-26T00:00:00Z", "2022-02-26T02:00:00Z");
        Event before = namer.name(event(Map.of(Fields.SOURCE_IP, "10.20.30.142", Fields.LAYER, "firewall")));
        assertThat(before.texts(HostNamer.IDENTITIES)).containsExactly("ip:10.20.30.142", "host:" + id);
        bind(Identity.host(id), "PC-0142", "2022-02-26T00:00:00Z", "2022-02-26T02:00:00Z");
        assertThat(namer.nameAgain(before).fields())
                .containsEntry(Fields.HOST_NAME, "PC-0142")
                .containsEntry(Fields.HOST_ID, "PC-0142");
    }

    @Test
    void aMailToOneWithTwoPcsIsBoths() {
        Identity taro = Identity.user("taro");
        bind(taro, "PC-0142", "2022-02-26T00:00:00Z", "2022-02-26T02:00:00Z");
        bind(taro, "PC-0201", "2022-02-26T00:30:00Z", "2022-02-26T02:00:00Z");
        Event mail = namer.name(event(Map.of(Fields.EMAIL_TO, List.of("taro@example.co.jp"), Fields.LAYER, "mail")));
        assertThat(mail.texts(Fields.HOST_ID)).containsExactlyInAnyOrder("PC-0142", "PC-0201");
        assertThat(mail.has(Fields.HOST_NAME)).isFalse();
    }

    @Test
    void whatTheLineClaimsAboutOurFieldsIsNotBelieved() {
        Event named = namer.name(event(Map.of(Fields.HOST_ID, "PC-0001", HostNamer.IDENTITIES, "ip:10.20.30.1")));
        assertThat(named.fields()).doesNotContainKeys(Fields.HOST_ID, HostNamer.IDENTITIES);
    }

    @Test
    void aRowThatIsTakenBackNamesNobody() {
        BindingRow row = bind(ADDRESS, "PC-0142", "2022-02-26T00:00:00Z", "2022-02-26T02:00:00Z");
        bindings.put(row.key().getBytes(StandardCharsets.UTF_8), null);
        Event named = namer.name(event(Map.of(Fields.SOURCE_IP, "10.20.30.142", Fields.LAYER, "firewall")));
        assertThat(named.has(Fields.HOST_NAME)).isFalse();
    }

    @Test
    void aMailToSeveralIsNoHostsEvent() {
        Event mail = event(
                Map.of(Fields.EMAIL_TO, List.of("taro@example.co.jp", "hanako@example.co.jp"), Fields.LAYER, "mail"));
        assertThat(namer.name(mail)).isEqualTo(mail);
    }

    @Test
    void anEventThatNamesNobodyStaysAsItIs() {
        Event event = event(Map.of(Fields.SOURCE_IP, "198.51.100.23", Fields.USER_NAME, "EXAMPLE\\"));
        assertThat(namer.name(event)).isEqualTo(event);
    }

    private BindingRow bind(Identity identity, String host, String first, String last) {
        var row = new BindingRow(identity, host, Strength.LEASE, Instant.parse(first), Instant.parse(last));
        bindings.put(row.key().getBytes(StandardCharsets.UTF_8), Json.bytes(row));
        return row;
    }

    private static Event event(Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(Fields.TIMESTAMP, "2022-02-26T01:02:15.200Z");
        return Event.of(all);
    }
}
