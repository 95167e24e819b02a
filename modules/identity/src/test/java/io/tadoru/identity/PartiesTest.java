package io.tadoru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Identity;
import io.tadoru.event.Party;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartiesTest {
    private static final Office OFFICE =
            new Office(Office.defaults().networks(), Set.of("example.co.jp"), Set.of("10.20.1.80", "user:backup"));

    @Test
    void anAgentNamesItsHost() {
        assertThat(of("epp", Map.of(Fields.HOST_NAME, "pc-0142.example.co.jp", Fields.USER_NAME, "taro")))
                .containsExactly(new Party(List.of(Identity.host("PC-0142"))));
    }

    @Test
    void aGatewayNamesAddressAndAccountAndNotItself() {
        assertThat(of(
                        "swg",
                        Map.of(
                                Fields.HOST_NAME,
                                "proxy",
                                Fields.SOURCE_IP,
                                "10.20.30.142",
                                Fields.USER_NAME,
                                "EXAMPLE\\taro")))
                .containsExactly(new Party(List.of(Identity.ip("10.20.30.142"), Identity.user("taro"))));
    }

    @Test
    void whatComesFromOutsideIsTheEventOfItsDestination() {
        assertThat(of("firewall", Map.of(Fields.SOURCE_IP, "203.0.113.7", Fields.DESTINATION_IP, "10.20.30.142")))
                .containsExactly(new Party(List.of(Identity.ip("10.20.30.142"))));
    }

    @Test
    void aSharedAddressAloneIsItsOwnHostAndNobodyIsAsked() {
        List<Party> alone = of("firewall", Map.of(Fields.SOURCE_IP, "10.20.1.80"));
        assertThat(alone).containsExactly(new Party(List.of(Identity.host("ip:10.20.1.80"))));
        assertThat(Resolution.choices(alone, Map.of()))
                .containsExactly(new HostChoice("ip:10.20.1.80", "shared address"));
    }

    @Test
    void aSharedAccountSaysNothingBesideAnAddressAndAloneIsItsOwnHost() {
        assertThat(of("swg", Map.of(Fields.SOURCE_IP, "10.20.30.142", Fields.USER_NAME, "EXAMPLE\\backup")))
                .containsExactly(new Party(List.of(Identity.ip("10.20.30.142"))));
        List<Party> alone = of("swg", Map.of(Fields.USER_NAME, "backup"));
        assertThat(Resolution.choices(alone, Map.of()))
                .containsExactly(new HostChoice("user:backup", HostChoice.ACCOUNT));
    }

    @Test
    void anAccountUsedFromOutsideIsItsOwnHost() {
        List<Party> stranger = of("identity", Map.of(Fields.SOURCE_IP, "203.0.113.7", Fields.USER_NAME, "taro"));
        assertThat(stranger).containsExactly(new Party(List.of(Identity.host("user:taro"))));
        assertThat(Resolution.choices(stranger, Map.of()))
                .containsExactly(new HostChoice("user:taro", HostChoice.ACCOUNT));
        assertThat(of("identity", Map.of(Fields.SOURCE_IP, "10.20.30.142", Fields.USER_NAME, "taro")))
                .containsExactly(new Party(List.of(Identity.ip("10.20.30.142"), Identity.user("taro"))));
    }

    @Test
    void aSharedAddressBesideAnAccountSaysNothing() {
        assertThat(of("firewall", Map.of(Fields.SOURCE_IP, "10.20.1.80", Fields.USER_NAME, "taro")))
                .containsExactly(new Party(List.of(Identity.user("taro"))));
    }

    @Test
    void aMailHasOnePartyForEachOfOurRecipients() {
        assertThat(of("mail", Map.of(Fields.EMAIL_TO, List.of("Taro@example.co.jp", "x@example.net"))))
                .containsExactly(new Party(List.of(Identity.mail("taro@example.co.jp"), Identity.user("taro"))));
    }

    @Test
    void aMassMailingIsCappedAndTheRestCounted() {
        List<String> to = IntStream.range(0, 100)
                .mapToObj(i -> "u" + i + "@example.co.jp")
                .toList();
        Parties.Result result = Parties.of(event("mail", Map.of(Fields.EMAIL_TO, to)), OFFICE);
        assertThat(result.parties()).hasSize(60);
        assertThat(result.beyond()).isEqualTo(40);
    }

    @Test
    void aDistributionListCountsEachOfOursOnceHoweverItIsWritten() {
        List<String> to = new ArrayList<>(List.of("all@example.co.jp", "TARO@example.co.jp", "list@example.net"));
        IntStream.range(0, 60).forEach(i -> to.addAll(List.of("u" + i + "@example.co.jp", "U" + i + "@EXAMPLE.CO.JP")));
        Parties.Result result = Parties.of(event("mail", Map.of(Fields.EMAIL_TO, to)), OFFICE);
        assertThat(result.parties())
                .hasSize(Parties.MAX)
                .allSatisfy(p -> assertThat(p.identities())
                        .extracting(Identity::kind)
                        .containsExactly(Identity.Kind.MAIL, Identity.Kind.USER));
        assertThat(result.beyond()).isEqualTo(2);
    }

    @Test
    void whichRecipientsAreKeptDoesNotDependOnTheirOrder() {
        List<String> to = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(i -> "u" + i + "@example.co.jp")
                .toList());
        Parties.Result once = Parties.of(event("mail", Map.of(Fields.EMAIL_TO, to)), OFFICE);
        Collections.shuffle(to, new Random(20220226));
        assertThat(Parties.of(event("mail", Map.of(Fields.EMAIL_TO, to)), OFFICE))
                .isEqualTo(once);
    }

    @Test
    void whatIsNoAddressIsNowhere() {
        assertThat(of("firewall", Map.of(Fields.SOURCE_IP, "10.999.1.1", Fields.CLIENT_IP, "example.net")))
                .isEmpty();
        assertThat(Cidr.of("fc00::/7").contains("fd12::1")).isTrue();
    }

    private static List<Party> of(String layer, Map<String, Object> fields) {
        return Parties.of(event(layer, fields), OFFICE).parties();
    }

    private static Event event(String layer, Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(Fields.LAYER, layer);
        all.put(Fields.TIMESTAMP, "2022-02-26T01:02:09Z");
        return Event.of(all);
    }
}
