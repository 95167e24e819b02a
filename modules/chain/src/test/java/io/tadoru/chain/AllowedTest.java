package io.tadoru.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTest {
    private static final String SHA256 = "ab".repeat(32);

    @ParameterizedTest
    @CsvSource({
        "domain:Example.COM, domain:example.com",
        "' domain : example.com ', domain:example.com",
        "address:192.0.2.1, address:192.0.2.1",
        "address:2001:db8::1, address:2001:db8::1",
        "url:https://Example.com/A?b=1, url:https://example.com/a?b=1",
        "file_name:Tool.EXE, file_name:tool.exe",
        "file_path:C:\\Tools\\Tool.exe, file_path:c:\\tools\\tool.exe",
        "sender:Training@example.com, sender:training@example.com",
        "threat:EICAR-Test-File, threat:eicar-test-file",
        "rule:7BB852FC, rule:7bb852fc"
    })
    void whatIsAllowedIsReadInOneForm(String text, String form) {
        assertThat(Allowed.parse(text).text()).isEqualTo(form);
    }

    @Test
    void hashesAreOfTheirLength() {
        assertThat(Allowed.parse("sha256:" + SHA256).kind()).isEqualTo(Allowed.Kind.SHA256);
        assertThat(Allowed.parse("sha1:" + SHA256.substring(24)).kind()).isEqualTo(Allowed.Kind.SHA1);
        assertThat(Allowed.parse("md5:" + SHA256.substring(32)).kind()).isEqualTo(Allowed.Kind.MD5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowed.parse("sha1:" + SHA256))
                .withMessageContaining("40 hexadecimal digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "example.com", "host:PC-0142", "everything:*", "domain", "dömain:example.com"})
    void aWordThatIsNoneIsRefusedWithAllThatAre(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowed.parse(text))
                .withMessageContaining(
                        "domain: address: sha256: sha1: md5: url: file_name: file_path: sender: threat: rule:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain:", "domain:localhost", "domain:*.example.com", "domain:http://example.com",
                        "address:example.com",
                "url:example.com/a", "file_name:c:\\a.exe", "file_path:a.exe", "sender:training", "threat: ",
                "rule:a\u0007b"
            })
    void aValueThatDoesNotFitIsRefusedWithWhatFits(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowed.parse(text))
                .withMessageStartingWith("after " + text.substring(0, text.indexOf(':')) + ": comes ");
    }
}
