package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import io.tadoru.event.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines that tell one thing together complete each other. */
class AssemblyTest {
    private static final Instant START = Instant.parse("2022-02-26T00:00:00Z");
    private static final List<String> SHARE =
            List.of("user.name", "source.ip", "email.to.address", "email.subject", "host.name");
    private static final Part PART =
            new Part("0a", Duration.ofMinutes(10), Duration.ofHours(1), SHARE, true, List.of());

    private static Member member(int minute, Object... fields) {
        return member(PART, minute, fields);
    }

    private static Member member(Part part, int minute, Object... fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@timestamp", START.plus(Duration.ofMinutes(minute)).toString());
        all.put("event.id", "line-" + minute);
        for (int i = 0; i < fields.length; i += 2) {
            all.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return new Member(Event.of(all), List.of(part));
    }

    private static List<Event> events(Member... members) {
        return Assembly.complete(List.of(members)).stream()
                .map(Assembly.Completed::event)
                .toList();
    }

    @Test
    void eachGetsWhatAnotherTellsAndSaysWhichFieldsThatAre() {
        List<Event> events = events(member(0, "source.ip", "192.0.2.1"), member(1, "user.name", "taro"));

        assertThat(events.get(0).get("user.name")).isEqualTo("taro");
        assertThat(events.get(0).get("tadoru.assembled")).isEqualTo(List.of("user.name"));
        assertThat(events.get(1).get("source.ip")).isEqualTo("192.0.2.1");
        assertThat(events.get(1).get("tadoru.assembled")).isEqualTo(List.of("source.ip"));
    }

    @Test
    void whatALineTellsItselfStandsAndTheEarliestTellsTheOthers() {
        List<Event> events =
                events(member(0, "user.name", "taro"), member(1), member(2, "user.name", "hanako"), member(3));

        assertThat(events).extracting(e -> e.get("user.name")).containsExactly("taro", "taro", "hanako", "taro");
    }

    @Test
    void ofAListAllAreTaken() {
        List<Event> events = events(
                member(0, "email.to.address", List.of("a@example.jp")),
                member(1, "email.to.address", List.of("b@example.jp", "a@example.jp")),
                member(2));

        assertThat(events.get(2).get("email.to.address")).isEqualTo(List.of("a@example.jp", "b@example.jp"));
        assertThat(events.get(0).get("email.to.address")).isEqualTo(List.of("a@example.jp"));
    }

    @Test
    void aNumberThatIsUsedAgainIsAnotherThing() {
        List<Event> events =
                events(member(0, "user.name", "taro"), member(10), member(21), member(22, "user.name", "jiro"));

        assertThat(events).extracting(e -> e.get("user.name")).containsExactly("taro", "taro", "jiro", "jiro");
    }

    @Test
    void otherKeysAreOtherThings() {
        Part other = new Part("0b", PART.within(), PART.keep(), SHARE, true, List.of());

        assertThat(events(member(0, "user.name", "taro"), member(other, 1))
                        .get(1)
                        .has("user.name"))
                .isFalse();
    }

    @Test
    void whatIsNotSharedStaysWithItsLine() {
        assertThat(events(member(0, "url.full", "http://example.jp/"), member(1))
                        .get(1)
                        .has("url.full"))
                .isFalse();
    }

    @Test
    void aLineThatOnlyTellsGetsNothing() {
        Part tells = new Part("0a", PART.within(), PART.keep(), SHARE, false, List.of());
        List<Event> events = events(member(tells, 0, "user.name", "taro"), member(1, "source.ip", "192.0.2.1"));

        assertThat(events.get(0).has("source.ip")).isFalse();
        assertThat(events.get(1).get("user.name")).isEqualTo("taro");
    }

    @Test
    void ofAThingWithoutEndTheEarliestLinesAreLookedAt() {
        List<Member> members = new ArrayList<>();
        IntStream.range(0, Assembly.MOST + 5).forEach(i -> members.add(member(i)));
        members.add(member(Assembly.MOST + 5, "user.name", "taro"));
        members.add(member(Assembly.MOST + 30, "user.name", "jiro"));
        List<Assembly.Completed> all = Assembly.complete(members);

        assertThat(all).hasSize(members.size());
        assertThat(all).filteredOn(c -> c.event().has("user.name")).hasSize(2);
        assertThat(all).filteredOn(c -> c.event().has("tadoru.assembled")).isEmpty();
    }

    @Test
    void hugeValuesAreNotMultiplied() {
        List<Event> events = events(member(0, "email.subject", "x".repeat(9000), "user.name", "taro"), member(1));

        assertThat(events.get(1).has("email.subject")).isFalse();
        assertThat(events.get(1).get("user.name")).isEqualTo("taro");
    }

    @Test
    void whoseNamesTheyAreIsSeenInTheCompleteEvent() {
        Sight sight = new Sight("host.name", Strength.VPN, Map.of(Identity.Kind.USER, List.of("user.name")));
        Part seeing = new Part("0a", PART.within(), PART.keep(), SHARE, true, List.of(sight));
        Member names = member(1, "host.name", "PC-0142");
        Member logon = member(seeing, 2, "user.name", "taro");

        assertThat(Assembly.complete(List.of(names, logon)).get(1).observations())
                .extracting(Observation::host, o -> o.identity().toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("PC-0142", "user:taro"));
    }

    @Test
    void aMemberIsReadAsItWasWritten() {
        Sight sight = new Sight("host.name", Strength.VPN, Map.of(Identity.Kind.USER, List.of("user.name")));
        Part part = new Part("0a", PART.within(), PART.keep(), SHARE, true, List.of(sight));
        Member member = member(
                part, 3, "email.to.address", List.of("a@example.jp"), "source.port", 25L, "tags", List.of("請求書"));

        assertThat(Member.read(member.bytes())).isEqualTo(member);
    }

    @Test
    void ofALineThatOnlyTellsNoMoreIsKept() {
        Part tells = new Part("0a", PART.within(), PART.keep(), SHARE, false, List.of());
        Member kept = member(tells, 3, "user.name", "taro", "event.original", "a long line")
                .kept();

        assertThat(kept.event().fields()).containsOnlyKeys("@timestamp", "event.id", "user.name");
        assertThat(member(3, "event.original", "a long line").kept().event().has("event.original"))
                .isTrue();
    }
}
