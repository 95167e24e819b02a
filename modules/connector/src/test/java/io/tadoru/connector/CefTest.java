package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CefTest {
    @Test
    void aHeaderAndAnExtensionWithSpacesAndEscapes() {
        assertThat(read(
                        new Cef(),
                        "CEF:0|Example\\|Co|Gate|1.0|100|a \\\\ name|8|src=192.0.2.1 msg=two words a\\=b\\nnext"
                                + " fname=c:\\\\a b.exe cs1=quarantined cs1Label=Action taken"))
                .containsEntry("cef.vendor", "Example|Co")
                .containsEntry("cef.name", "a \\ name")
                .containsEntry("cef.severity", "8")
                .containsEntry("src", "192.0.2.1")
                .containsEntry("msg", "two words a=b\nnext")
                .containsEntry("fname", "c:\\a b.exe")
                .containsEntry("label.Action taken", "quarantined");
    }

    @Test
    void anEqualsSignWithinAValueEndsNoKey() {
        assertThat(read(new Cef(), "Feb 26 01:02:03 gate CEF:0|A|B|1|2|n|3|request=http://example.com/?a=b&c=d out=17"))
                .containsEntry("request", "http://example.com/?a=b&c=d")
                .containsEntry("out", "17");
    }

    @Test
    void aHeaderThatEndsTooSoonIsNoCef() {
        assertThat(new Cef().read("CEF:0|A|B|1|2|n", (name, value) -> {})).isFalse();
        assertThat(new Cef().read("no such thing", (name, value) -> {})).isFalse();
    }

    @Test
    void anEmptyExtension() {
        assertThat(read(new Cef(), "CEF:1|A|B|1|2|n|Low|")).containsEntry("cef.severity", "Low");
    }

    @Test
    void leefWithTabsAndWithASignOfItsOwn() {
        assertThat(read(new Leef(), "LEEF:1.0|A|B|1|login|usrName=a b\tsrc=192.0.2.1\turl=x?a=b"))
                .containsEntry("leef.event", "login")
                .containsEntry("usrName", "a b")
                .containsEntry("src", "192.0.2.1")
                .containsEntry("url", "x?a=b");
        assertThat(read(new Leef(), "LEEF:2.0|A|B|1|login|^|usrName=\"a\"^src=192.0.2.1"))
                .containsEntry("usrName", "\"a\"")
                .containsEntry("src", "192.0.2.1");
        assertThat(read(new Leef(), "LEEF:2.0|A|B|1|login|0x7C|usrName=a|src=192.0.2.1"))
                .containsEntry("usrName", "a")
                .containsEntry("src", "192.0.2.1");
        assertThat(read(new Leef(), "LEEF:2.0|A|B|1|login||usrName=a\tsrc=192.0.2.1"))
                .containsEntry("src", "192.0.2.1");
    }

    private static Map<String, Object> read(Reader reader, String text) {
        Map<String, Object> found = new LinkedHashMap<>();
        assertThat(reader.read(text, found::put)).isTrue();
        return found;
    }
}
