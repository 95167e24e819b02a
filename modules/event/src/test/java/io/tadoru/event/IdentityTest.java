package io.tadoru.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
    @ParameterizedTest
    @CsvSource({
        "pc-0142.example.co.jp, PC-0142",
        "PC-0142, PC-0142",
        "PC-0142$, PC-0142",
        "\\\\pc-0142, PC-0142",
        "pc-0142.example.co.jp., PC-0142",
        "PC-0142., PC-0142",
        "EXAMPLE\\PC-0142$, PC-0142",
        "example.co.jp\\pc-0142, PC-0142",
        "host/pc-0142.example.co.jp, PC-0142",
        "\\\\10.20.30.142, 10.20.30.142",
        "PC|0142, PC_0142",
        "aa-bb-cc-00-01-42, AA-BB-CC-00-01-42",
        "AA:BB:CC:00:01:42, AA-BB-CC-00-01-42",
        "aabb.cc00.0142, AA-BB-CC-00-01-42",
        "aabb-cc00-0142, AA-BB-CC-00-01-42",
        "aa:bb:cc:0:1:42, AA-BB-CC-00-01-42",
        "beef.example.co.jp, BEEF",
        "4f1c0a5d9b7e4c21a0d3e8f765b90142, 4F1C0A5D9B7E4C21A0D3E8F765B90142",
        "10.20.30.142, 10.20.30.142",
        "2001:db8::1, 2001:db8::1"
    })
    void hostNamesHaveOneForm(String written, String normal) {
        assertThat(HostName.normal(written)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({"EXAMPLE\\Taro", "taro@example.co.jp", "TARO"})
    void accountsHaveOneForm(String written) {
        assertThat(Identity.user(written)).hasToString("user:taro");
    }

    @ParameterizedTest
    @CsvSource({"00:53:00:aa:bb:cc", "00-53-00-AA-BB-CC", "0053.00aa.bbcc", "0:53:0:aa:bb:cc", "005300AABBCC"})
    void hardwareAddressesHaveOneForm(String written) {
        assertThat(Identity.mac(written)).hasToString("mac:00-53-00-AA-BB-CC");
    }

    @Test
    void textIsReadBackAsTheSameIdentity() {
        Identity v6 = Identity.ip("2001:db8::1");

        assertThat(Identity.parse(v6.toString())).isEqualTo(v6);
        assertThat(Json.read(Json.bytes(v6), Identity.class)).isEqualTo(v6);
        assertThatThrownBy(() -> Identity.parse("nobody")).hasMessageContaining("nobody");
    }

    @Test
    void aRejectKeepsTheBytesAndALongOneItsHeadLengthAndHash() {
        byte[] small = {(byte) 0xff, 0x00};
        byte[] large = "x".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);

        assertThat(Reject.rejected(raw(small), "no UTF-8").head()).isEqualTo("/wA=");
        Reject reject = Reject.rejected(raw(large), "too long");
        assertThat(reject.length()).isEqualTo(2_000_000);
        assertThat(reject.hash()).isEqualTo(Sha256.hex(large));
        assertThat(reject.head().length()).isLessThan(Limits.HEAD_BYTES * 2);
        assertThat(Json.read(Json.bytes(reject), Reject.class)).isEqualTo(reject);
    }

    private static RawRecord raw(byte[] bytes) {
        return new RawRecord("1", "fw", "fortinet_fortigate", "192.0.2.1", Instant.EPOCH, bytes);
    }
}
