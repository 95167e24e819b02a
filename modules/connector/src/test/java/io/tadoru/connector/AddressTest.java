package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses have one form, and what is none is none. */
class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.20.30.142,10.20.30.142",
        "010.20.030.142,10.20.30.142",
        "2001:DB8:0:0:0:0:0:17,2001:db8::17",
        "2001:db8:0:1:0:0:0:1,2001:db8:0:1::1",
        "::ffff:10.20.30.142,10.20.30.142",
        "[2001:db8::80],2001:db8::80",
        "fe80::1%eth0,fe80::1",
        "::,::",
        "::1,::1"
    })
    void oneForm(String written, String canonical) {
        assertThat(Address.canonical(written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "a.b.c.d",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "::g",
                "1:2:3:4:5:6:7:8:9"
            })
    void noAddress(String text) {
        assertThat(Address.canonical(text)).isNull();
    }

    @Test
    void loopbackAndLinkLocalStandForNoHost() {
        assertThat(Address.isHosts("10.20.30.142")).isTrue();
        assertThat(Address.isHosts("2001:db8::17")).isTrue();
        for (String none :
                new String[] {"127.0.0.1", "169.254.1.1", "0.0.0.0", "224.0.0.1", "::1", "::", "fe80::1", "ff02::1"}) {
            assertThat(Address.isHosts(none)).as(none).isFalse();
        }
    }
}
