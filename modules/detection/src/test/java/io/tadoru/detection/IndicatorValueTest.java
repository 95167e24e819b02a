package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Indicator.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorValueTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "198[.]51[.]100[.]23, IP, 198.51.100.23",
                "198.51.100.23:443, IP, 198.51.100.23",
                "198.51.100.23/32, IP, 198.51.100.23",
                "198.51.100.77/24, NETWORK, 198.51.100.0/24",
                "::ffff:198.51.100.23, IP, 198.51.100.23",
                "[2001:DB8::1]:80, IP, 2001:db8:0:0:0:0:0:1",
                "*.Evil.Example., DOMAIN, evil.example",
                ".evil.example, DOMAIN, evil.example",
                "evil(dot)example, DOMAIN, evil.example",
                "hXXps://evil[.]example:443, URL, https://evil.example/",
                "fxp://evil.example/a, URL, ftp://evil.example/a",
                "evil.example/a?b, URL, //evil.example/a?b",
                "a.b+c[at]EVIL.example, SENDER, a.b+c@evil.example",
                "D41D8CD98F00B204E9800998ECF8427F, MD5, d41d8cd98f00b204e9800998ecf8427f",
            })
    void aValueIsToldByItsLookAndBroughtToItsNormalForm(String written, Kind kind, String value) {
        assertThat(IndicatorValue.of("", written)).isEqualTo(new IndicatorValue.Known(kind, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com",
                "localhost",
                "pc.localdomain",
                "printer.local",
                "co.jp",
                "com.au",
                "evil.exe",
                "invoice.docm",
                "0.0.0.0/0",
                "0.0.0.0",
                "10.1.2.3",
                "192.168.0.0/16",
                "192.0.0.0/6",
                "192.0.0.0/8",
                "::/0",
                "fe80::1",
                "127.0.0.1",
                "http://10.1.2.3/a",
                "http://localhost/a",
                "//word/a",
                "word/a",
                "@evil.example",
                "a@b",
                "d41d8cd98f00b204e9800998ecf8427e",
                "two words.example",
                "1.2.3",
                "1.2.3.4.5",
                "a..example",
                "",
                "/",
            })
    void whatIsNoneOrTooMuchIsRefused(String written) {
        assertThat(IndicatorValue.of("", written)).isInstanceOf(IndicatorValue.Refused.class);
    }

    @Test
    void whatItsListCallsItIsWhatItMustBe() {
        assertThat(IndicatorValue.of("ipv4-addr", "198.51.100.0/24")).isInstanceOf(IndicatorValue.Known.class);
        assertThat(IndicatorValue.of("SHA-256", "a".repeat(64))).isInstanceOf(IndicatorValue.Known.class);
        assertThat(IndicatorValue.of("url", "evil.example"))
                .isEqualTo(new IndicatorValue.Known(Kind.URL, "//evil.example/"));
        assertThat(IndicatorValue.of("domain", "198.51.100.23"))
                .isEqualTo(new IndicatorValue.Refused("is no domain: '198.51.100.23'"));
        assertThat(IndicatorValue.of("mutex", "evil.example"))
                .isEqualTo(new IndicatorValue.Refused("type 'mutex' is nothing that is looked up"));
    }

    @Test
    void aReasonSteersNoTerminal() {
        assertThat(IndicatorValue.of("", "\u001b[2J no"))
                .isEqualTo(
                        new IndicatorValue.Refused("is no address, network, domain, URL, hash or sender: '?[2J no'"));
        assertThat(IndicatorValue.of("", "a".repeat(100_000))).isInstanceOf(IndicatorValue.Refused.class);
    }
}
