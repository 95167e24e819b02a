package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** File names and subjects are read as the mail's reader saw them. */
class HeaderWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invoice_0226.xlsm|invoice_0226.xlsm",
                "=?UTF-8?B?6KuL5rGC5pu4LnppcA==?=|請求書.zip",
                "=?UTF-8?B?6KuL?= =?UTF-8?B?5rGC5pu4?=.zip|請求書.zip",
                "=?ISO-2022-JP?B?GyRCQEE1YT1xGyhC?=|請求書",
                "=?Shift_JIS?Q?=90=BF=8B=81=8F=91_1?=|請求書 1",
                "UTF-8''invoice%20%E8%AB%8B.zip|invoice 請.zip",
                "=?NOSUCH?B?QQ==?=|=?NOSUCH?B?QQ==?=",
                "=?UTF-8?B?!!?=|''",
                "100%|100%"
            })
    void whatTheReaderSaw(String header, String text) {
        assertThat(HeaderWords.decode(header)).isEqualTo(text);
    }
}
