package io.tadoru.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeTest {
    @Test
    void escapeSequencesCannotReachATerminal() {
        assertThat(Escape.terminal("a\u001b[31mred\u0007\r\n\u202egpj.exe")).isEqualTo("a.[31mred....gpj.exe");
    }

    @Test
    void japaneseAndSurrogatePairsStay() {
        assertThat(Escape.terminal("請求書_0226.xlsm 𠮷野")).isEqualTo("請求書_0226.xlsm 𠮷野");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)"})
    void formulasAreText(String cell) {
        assertThat(Escape.cell(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1+1", "\r=1+1", "\n=1+1"})
    void whatSpreadsheetsSkipIsNotSkipped(String cell) {
        assertThat(Escape.cell(cell)).isEqualTo(".=1+1");
    }

    @Test
    void markdownAndHtmlLoseTheirMeaning() {
        assertThat(Escape.markdown("<b>|[x](y)")).isEqualTo("&lt;b&gt;\\|\\[x\\](y)");
    }
}
