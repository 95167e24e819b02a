package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is scrubbed tells nobody's name any more, and still tells what belongs together. */
class ScrubberTest {
    private static final List<String> SECRETS = List.of(
            "hanako",
            "10.1.2.3",
            "8.8.4.4",
            "corp.co.jp",
            "HR-PC-7",
            "aa:bb:cc:dd:ee:ff",
            "2400:cb00:2048:1::c629:d7a2");

    private final Scrubber scrubber = new Scrubber("key".getBytes(StandardCharsets.UTF_8));

    private String scrub(String line) {
        Connector connector = ConnectorCatalog.lazy(Samples.CONNECTORS)
                .find("fortinet_fortigate")
                .orElseThrow();
        var raw = new RawRecord("", "", "", "", SampleFile.RECEIVED, line.getBytes(StandardCharsets.UTF_8));
        return scrubber.scrub(line, connector.parse(raw, Samples.TOKYO));
    }

    @Test
    void noNameIsLeftAndTheLineIsStillRead() {
        String line =
                "date=2022-02-26 time=10:02:03 devname=\"fw\" logid=\"0000000013\" type=\"traffic\" subtype=\"forward\" srcip=10.1.2.3 "
                        + "dstip=8.8.4.4 user=\"hanako\" srcmac=\"aa:bb:cc:dd:ee:ff\" url=\"http://mail.corp.co.jp/home/hanako/x\" "
                        + "path=\"C:\\Users\\hanako\\a\" from=\"hanako@corp.co.jp\" v6=2400:cb00:2048:1::c629:d7a2 action=\"deny\"";
        String scrubbed = scrub(line);
        assertThat(scrubbed).doesNotContain(SECRETS);
        assertThat(scrubbed).contains("date=2022-02-26 time=10:02:03").contains("action=\"deny\"");
    }

    @Test
    void theSameIsAlwaysTheSameAndPrivateStaysPrivate() {
        String a = scrub("from 10.1.2.3 to 8.8.4.4 hanako@corp.co.jp");
        assertThat(scrub("from 10.1.2.3 to 8.8.4.4 hanako@corp.co.jp")).isEqualTo(a);
        assertThat(a)
                .matches(
                        "from 10\\.\\d+\\.\\d+\\.\\d+ to (192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+ user-[0-9a-f]+@host-[0-9a-f]+\\.example\\.com");
        assertThat(new Scrubber(new byte[] {1}).scrub("10.1.2.3", new Parsed.Rejected("")))
                .isNotEqualTo(scrub("10.1.2.3"));
    }

    @Test
    void whatIsNobodysStays() {
        assertThat(scrub("127.0.0.1 255.255.255.0 C:\\Users\\Public\\a 1.2.3.4.5"))
                .startsWith("127.0.0.1 255.255.255.0 C:\\Users\\Public\\a");
    }
}
