package io.tadoru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import io.tadoru.event.Party;
import io.tadoru.event.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is meant at 10:00, as the sightings (identity, host, strength, minute from then) tell it. */
class ResolutionTest {
    private static final Instant TEN = Instant.parse("2022-02-26T10:00:00Z");
    private static final List<Strength> ANY = List.of(Strength.values());
    private static final String AGENT = "4F1C0A5D9B7E4C21A0D3E8F765B90142";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # contradictions: by strength at the same time, else by nearness; what was overruled is said
            ip:10.20.30.142           |                                                                       | ip:10.20.30.142 | unresolved
            ip:10.20.30.142 user:taro | ip:10.20.30.142 PC-0142 LEASE -4, user:taro PC-0201 LOGON -2880       | PC-0142 | ip by lease 4 min before; user by logon 2 d before says PC-0201
            ip:10.20.30.142 user:taro | ip:10.20.30.142 PC-0142 LEASE -4, user:taro PC-0142 LOGON -2880       | PC-0142 | ip by lease 4 min before
            ip:10.20.30.142 user:taro | ip:10.20.30.142 PC-0142 LEASE -240, user:taro PC-0201 LOGON -300      | PC-0201 | user by logon 5 h before; ip by lease 4 h before says PC-0142
            ip:10.20.30.142 user:taro | ip:10.20.30.142 PC-0142 LEASE -9000, user:taro PC-0201 INVENTORY 0    | PC-0201 | user by inventory; ip by lease 6 d before says PC-0142
            ip:10.20.30.142           | ip:10.20.30.142 PC-0142 LEASE 0, ip:10.20.30.142 PC-0201 EPP 0        | PC-0201 | ip by epp; lease says PC-0142
            ip:10.20.30.142           | ip:10.20.30.142 PC-0142 LEASE 60                                      | PC-0142 | ip by lease 60 min after
            ip:10.20.30.142           | ip:10.20.30.142 PC-0142 EPP -60, ip:10.20.30.142 PC-0201 LEASE -30    | PC-0201 | ip by lease 30 min before
            # two users at one PC, and many at a terminal server
            user:taro                 | user:taro PC-0142 LOGON -10, user:hanako PC-0142 LOGON -5             | PC-0142 | user by logon 10 min before
            user:taro                 | user:taro TS01 EPP 0, user:hanako TS01 EPP 0, user:jiro TS01 EPP 0    | TS01 | user by epp
            # an account in use on two at once decides nothing, its address does
            user:taro                 | user:taro PC-0142 EPP 0, user:taro PC-0201 EPP 0                      | user:taro | shared user
            ip:10.20.30.142 user:taro | ip:10.20.30.142 PC-0142 LEASE -90, user:taro PC-0142 EPP 0, user:taro PC-0201 EPP 0 | PC-0142 | ip by lease 90 min before; user shared
            user:taro                 | user:taro PC-0142 EPP -60, user:taro PC-0201 EPP -30                  | PC-0201 | user by epp 30 min before
            # an address of more than three within the hour is nobody's; of three, its last holder's
            ip:10.20.1.80             | ip:10.20.1.80 A LEASE -25, ip:10.20.1.80 B LEASE -15, ip:10.20.1.80 C LEASE -5, ip:10.20.1.80 D LEASE 5  | ip:10.20.1.80 | shared ip
            ip:10.20.1.80             | ip:10.20.1.80 A LEASE -25, ip:10.20.1.80 B LEASE -15, ip:10.20.1.80 C LEASE -5  | C | ip by lease 5 min before
            ip:10.20.1.80             | ip:10.20.1.80 A LEASE -45, ip:10.20.1.80 B LEASE -35, ip:10.20.1.80 C LEASE -5, ip:10.20.1.80 D LEASE 5  | C | ip by lease 5 min before
            ip:10.20.1.80             | ip:10.20.1.80 A LEASE -25, ip:10.20.1.80 B LEASE -15, ip:10.20.1.80 C LEASE -5, ip:10.20.1.80 D EPP 0    | D | ip by epp
            ip:10.20.1.80 user:taro   | ip:10.20.1.80 A EPP 0, ip:10.20.1.80 B EPP 0, user:taro PC-0142 LOGON -600  | PC-0142 | user by logon 10 h before; ip shared
            ip:10.20.1.80 user:taro   | ip:10.20.1.80 A EPP 0, ip:10.20.1.80 B EPP 0, user:taro A LOGON 0, user:taro B LOGON 0 | ip:10.20.1.80 | shared ip and user
            ip:10.20.1.80 user:taro   | ip:10.20.1.80 A EPP 0, ip:10.20.1.80 B EPP 0                          | ip:10.20.1.80 | shared ip
            # a name that NetBIOS has cut
            host:ACCOUNTING-LAPT      |                                                                       | ACCOUNTING-LAPT | log
            host:ACCOUNTING-LAPT      | host:ACCOUNTING-LAPT ACCOUNTING-LAPTOP-01 EPP -600                    | ACCOUNTING-LAPTOP-01 | short name by epp
            host:ACCOUNTING-LAPT      | host:ACCOUNTING-LAPT ACCOUNTING-LAPTOP-01 EPP -600, host:ACCOUNTING-LAPT ACCOUNTING-LAPTOP-02 LEASE -20000 | ACCOUNTING-LAPT | log
            host:ACCOUNTING           | host:ACCOUNTING ACCOUNTING-LAPTOP-01 EPP -600                         | ACCOUNTING | log
            ip:10.20.30.142           | ip:10.20.30.142 ACCOUNTING-LAPT EPP 0, host:ACCOUNTING-LAPT ACCOUNTING-LAPTOP-01 LEASE -60 | ACCOUNTING-LAPTOP-01 | ip by epp
            ip:10.20.30.142           | ip:10.20.30.142 ACCOUNTING-LAPT EPP 0, ip:10.20.30.142 ACCOUNTING-LAPTOP-01 EPP 0, host:ACCOUNTING-LAPT ACCOUNTING-LAPTOP-01 EPP 0 | ACCOUNTING-LAPTOP-01 | ip by epp
            # an agent's id, a hardware address
            host:4F1C0A5D9B7E4C21A0D3E8F765B90142 |                                                           | 4F1C0A5D9B7E4C21A0D3E8F765B90142 | log
            host:4F1C0A5D9B7E4C21A0D3E8F765B90142 | host:4F1C0A5D9B7E4C21A0D3E8F765B90142 PC-0142 EPP -3000   | PC-0142 | agent id by epp 2 d before
            user:taro                 | user:taro 4F1C0A5D9B7E4C21A0D3E8F765B90142 EPP 0, host:4F1C0A5D9B7E4C21A0D3E8F765B90142 PC-0142 EPP 0 | PC-0142 | user by epp
            user:taro                 | user:taro 4F1C0A5D9B7E4C21A0D3E8F765B90142 EPP 0, user:taro PC-0142 EPP 0, host:4F1C0A5D9B7E4C21A0D3E8F765B90142 PC-0142 EPP 0 | PC-0142 | user by epp
            host:00-53-00-AA-BB-CC    | mac:00-53-00-AA-BB-CC PC-0142 LEASE -10                               | PC-0142 | mac by lease 10 min before
            host:00-53-00-AA-BB-CC    | mac:00-53-00-AA-BB-CC A EPP 0, mac:00-53-00-AA-BB-CC B EPP 0          | 00-53-00-AA-BB-CC | log
            """)
    void casesOfOnePartyAndOneHost(String party, String sightings, String host, String basis) {
        assertThat(resolved(party, observations(sightings))).containsExactly(new HostChoice(host, basis));
    }

    @Test
    void aMailIsWithEachPcThatItsReaderSitsAt() {
        String two = "user:taro PC-0142 EPP 0, user:taro PC-0201 EPP 0";
        assertThat(resolved("mail:taro@example.co.jp user:taro", observations(two)))
                .containsExactlyInAnyOrder(
                        new HostChoice("PC-0142", "user by epp, one of 2 hosts at once"),
                        new HostChoice("PC-0201", "user by epp, one of 2 hosts at once"));
    }

    @Test
    void anAccountOnManyHostsIsNoOnesReader() {
        String many = "user:taro A EPP 0, user:taro B EPP 0, user:taro C EPP 0, user:taro D EPP 0, user:taro E EPP 0";
        assertThat(resolved("mail:taro@example.co.jp user:taro", observations(many)))
                .containsExactly(new HostChoice("mail:taro@example.co.jp", "shared user"));
    }

    @Test
    void theBasisStaysShort() {
        String long1 = "X".repeat(300);
        String sightings = "ip:10.20.30.142 PC-0142 EPP 0, ip:10.20.30.142 B LEASE 0, user:taro " + long1
                + " EPP -60, mail:taro@example.co.jp " + long1 + "Y EPP -60, mac:00-53-00-AA-BB-CC C EPP -60";
        String basis = resolved(
                        "ip:10.20.30.142 user:taro mail:taro@example.co.jp mac:00-53-00-AA-BB-CC",
                        observations(sightings))
                .getFirst()
                .basis();
        assertThat(basis)
                .hasSizeLessThan(300)
                .startsWith("ip by epp; lease says B; ")
                .endsWith("; and 2 more");
    }

    @Test
    void orderAndRepetitionDoNotMatter() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Observation> all =
                    IntStream.range(0, 25).mapToObj(i -> random(random)).toList();
            List<Observation> other = new ArrayList<>(all);
            other.addAll(all.subList(0, 12));
            Collections.shuffle(other, random);
            for (String party :
                    List.of("ip:10.20.30.142 user:taro", "mail:taro@example.co.jp user:taro", "host:" + AGENT)) {
                assertThat(resolved(party, other)).as("seed %d", seed).isEqualTo(resolved(party, all));
            }
        }
    }

    private static Observation random(Random random) {
        List<String> names = List.of("ip:10.20.30.142", "user:taro", "host:" + AGENT, "host:ACCOUNTING-LAPT");
        List<String> hosts = List.of("PC-0142", "PC-0201", AGENT, "ACCOUNTING-LAPT", "ACCOUNTING-LAPTOP-01");
        return new Observation(
                Identity.parse(names.get(random.nextInt(names.size()))),
                hosts.get(random.nextInt(hosts.size())),
                TEN.plus(Duration.ofMinutes(random.nextInt(200) - 100)),
                ANY.get(random.nextInt(ANY.size())),
                "test");
    }

    private static List<HostChoice> resolved(String party, List<Observation> seen) {
        BindingTable table = new BindingTable();
        seen.forEach(table::add);
        List<Party> parties = List.of(
                new Party(Stream.of(party.split(" ")).map(Identity::parse).toList()));
        return Resolution.choices(parties, Asking.all(parties, i -> table.asOf(i, TEN)));
    }

    private static List<Observation> observations(String sightings) {
        return sightings == null
                ? List.of()
                : Stream.of(sightings.split(", "))
                        .map(s -> observation(s.strip().split(" ")))
                        .toList();
    }

    private static Observation observation(String[] s) {
        Instant time = TEN.plus(Duration.ofMinutes(Long.parseLong(s[3])));
        return new Observation(Identity.parse(s[0]), s[1], time, Strength.valueOf(s[2]), "test");
    }
}
