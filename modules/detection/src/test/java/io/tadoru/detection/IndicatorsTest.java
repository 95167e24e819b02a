package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.indicator.IndicatorFiles;
import io.tadoru.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorsTest {
    @TempDir
    Path folder;

    private Detector detector(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new Detector(
                new RuleSet(List.of()),
                Indicators.of(IndicatorFiles.load(List.of(file)).indicators()));
    }

    private static Event web(Object... more) {
        Event event = Written.event("tadoru.layer", "swg", "tadoru.verdict", "passed");
        for (int i = 0; i < more.length; i += 2) {
            event = event.with((String) more[i], more[i + 1]);
        }
        return event;
    }

    @Test
    void plainListsHoldAllKinds() throws IOException {
        Detector detector = detector("feed.txt", """
                # of today
                198.51.100.23
                203.0.113.0/25   # a network
                bad.example.org
                http://Example.NET:80/a
                %s
                2001:db8::/32
                """.formatted("a".repeat(64)));
        assertThat(detector.examine(web("destination.ip", "198.51.100.23"))).hasSize(1);
        assertThat(detector.examine(web("destination.ip", "203.0.113.99"))).hasSize(1);
        assertThat(detector.examine(web("destination.ip", "203.0.113.200"))).isEmpty();
        assertThat(detector.examine(web("url.domain", "x.bad.example.org"))).hasSize(1);
        assertThat(detector.examine(web("url.domain", "notbad.example.org"))).isEmpty();
        assertThat(detector.examine(web("url.full", "http://example.net/a"))).hasSize(1);
        assertThat(detector.examine(web("file.hash.sha256", "A".repeat(64)))).hasSize(1);
        assertThat(detector.examine(web("destination.ip", "2001:db8:1::5"))).hasSize(1);
    }

    @Test
    void aHitIsAMarkOfLevelHighAndWhatWasMetIsMalicious() throws IOException {
        Mark mark = detector("feed.txt", "198.51.100.23")
                .examine(web("destination.ip", "198.51.100.23"))
                .get(0);
        assertThat(mark.rule().id()).isEqualTo("indicator:feed");
        assertThat(mark.rule().level()).isEqualTo(Level.HIGH);
        assertThat(mark.stage()).isEqualTo(Stage.COMMAND_AND_CONTROL);
        assertThat(mark.artifacts()).containsExactly(new Artifact(Artifact.Type.ADDRESS, "198.51.100.23", true));
    }

    @Test
    void theStageIsWhatItIsUnlessTheVerdictDecides() throws IOException {
        Detector detector = detector("feed.txt", "a".repeat(32));
        Event event = Written.event("tadoru.layer", "epp", "file.hash.md5", "a".repeat(32));
        assertThat(detector.examine(event).get(0).stage()).isEqualTo(Stage.EXECUTION);
        assertThat(detector.examine(event.with("tadoru.verdict", "quarantined"))
                        .get(0)
                        .stage())
                .isEqualTo(Stage.RESPONSE);
        assertThat(detector.examine(event.with("tadoru.layer", "mail")).get(0).stage())
                .isEqualTo(Stage.INITIAL_ACCESS);
    }

    @Test
    void csvHasValidityAndSource() throws IOException {
        Detector detector = detector("x.csv", """
                type,value,valid_from,valid_until,source,confidence
                ip,198.51.100.23,2022-02-26T00:00:00Z,2022-02-27,cert,80
                domain,old.example.org,,2022-02-01T00:00:00Z,,
                """);
        assertThat(detector.examine(web("destination.ip", "198.51.100.23"))
                        .get(0)
                        .rule()
                        .id())
                .isEqualTo("indicator:cert");
        assertThat(detector.examine(web("destination.ip", "198.51.100.23", "@timestamp", "2022-02-27T00:00:00Z")))
                .isEmpty();
        assertThat(detector.examine(web("destination.ip", "198.51.100.23", "@timestamp", "2022-02-25T23:59:59Z")))
                .isEmpty();
        assertThat(detector.examine(web("url.domain", "old.example.org"))).isEmpty();
    }

    @Test
    void whatItsSourceDoubtsIsEvidenceButNoAlarmAndNoTie() throws IOException {
        Mark mark = detector("x.csv", "value,confidence\n198.51.100.23,49\n")
                .examine(web("destination.ip", "198.51.100.23"))
                .get(0);
        assertThat(mark.rule().level()).isEqualTo(Level.MEDIUM);
        assertThat(mark.rule().isDoubtful()).isTrue();
        assertThat(mark.artifacts()).containsExactly(new Artifact(Artifact.Type.ADDRESS, "198.51.100.23", false));
        assertThat(level("198.51.100.23,50\n")).isEqualTo(Level.HIGH);
    }

    @Test
    void ofSeveralSourcesTheSurestIsBelievedHoweverNearTheOthersAre() throws IOException {
        assertThat(level("198.51.100.23,10\n198.51.100.0/24,90\n")).isEqualTo(Level.HIGH);
        assertThat(level("198.51.100.0/24,90\n198.51.100.23,10\n")).isEqualTo(Level.HIGH);
        assertThat(level("198.51.100.0/24,20\n198.51.100.0/25,30\n")).isEqualTo(Level.MEDIUM);
    }

    @Test
    void whoseWordIsTakenDoesNotHangOnTheOrderOfAList() throws IOException {
        String unsure = "198.51.100.23,10,a\n";
        String sure = "198.51.100.23,90,b\n";
        for (String rows : List.of(unsure + sure, sure + unsure)) {
            assertThat(detector("x.csv", "value,confidence,source\n" + rows)
                            .examine(web("destination.ip", "198.51.100.23"))
                            .get(0)
                            .rule()
                            .id())
                    .isEqualTo("indicator:b");
        }
    }

    private Level level(String rows) throws IOException {
        return detector("x.csv", "value,confidence\n" + rows)
                .examine(web("destination.ip", "198.51.100.23"))
                .get(0)
                .rule()
                .level();
    }

    @Test
    void spellingsOfOneNameAreOne() throws IOException {
        Detector detector = detector(
                "feed.txt",
                "hxxp://Bücher.EXAMPLE.[/]a\nxn--bcher-kva.example.org\nbad.example/x.exe\n".replace("[/]", "/"));
        assertThat(detector.examine(web("url.full", "HTTP://user@xn--bcher-kva.example:80/a#top")))
                .hasSize(1);
        assertThat(detector.examine(web("url.domain", "WWW.BÜCHER.example.org.")))
                .hasSize(1);
        assertThat(detector.examine(web("url.full", "https://BAD.example/x.exe")))
                .hasSize(1);
        assertThat(detector.examine(web("url.full", "https://bad.example/X.exe")))
                .isEmpty();
        assertThat(detector.examine(web("url.full", "https://bad.example/x.exe?a")))
                .isEmpty();
    }

    @Test
    void aBadSendersMailHasOnlyArrived() throws IOException {
        Event mail = Written.event("tadoru.layer", "mail", "email.from.address", "Accounts@EVIL.example");
        Mark mark = detector("s.txt", "accounts[@]evil[.]example").examine(mail).get(0);
        assertThat(mark.stage()).isEqualTo(Stage.INITIAL_ACCESS);
    }

    @Test
    void aBadThingCannotHideInACrowd() throws IOException {
        List<String> crowd = IntStream.range(0, 100)
                .mapToObj(i -> "http://cdn.example.net/" + i)
                .toList();
        Mark mark = detector("s.txt", "bad.example.org")
                .examine(web("url.full", crowd, "url.domain", "bad.example.org"))
                .get(0);
        assertThat(mark.artifacts())
                .hasSize(Artifacts.MOST)
                .contains(new Artifact(Artifact.Type.DOMAIN, "bad.example.org", true));
    }
}
