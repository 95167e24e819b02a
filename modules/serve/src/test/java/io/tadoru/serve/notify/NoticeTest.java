package io.tadoru.serve.notify;

import static io.tadoru.serve.notify.Revisions.news;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeTest {
    @Test
    void itNamesHostUserStatusCaseAndWhatToDoInBothLanguages() {
        Notice notice = notice(news("quarantined"), 0);
        assertThat(notice.subject()).isEqualTo("[Tadoru] PC-0142 (taro): quarantined, severity high, T-2022-7K3F9QZ");
        assertThat(notice.body())
                .contains("isolate PC-0142", "PC-0142を隔離すること", "http://127.0.0.1:8090/#/chain/" + Revisions.CHAIN)
                .contains("tadoru chain T-2022-7K3F9QZ ack");
    }

    @Test
    void whatIsToldFurtherSaysThatNobodyAnswered() {
        assertThat(notice(news("active"), 1).subject()).startsWith("[Tadoru, unanswered]");
    }

    @Test
    void aLogLineCannotAddAHeaderOrSteerATerminal() {
        Notice notice = notice(news("active", Map.of("host", "PC\r\nBcc: x@example.net", "user", "\u001b[31mred")), 0);
        assertThat(notice.subject()).doesNotContain("\r", "\n", "\u001b");
        assertThat(notice.body()).doesNotContain("\r", "\u001b");
    }

    private static Notice notice(News news, int step) {
        return new Notice(news, new Errand("mail", step, 3, Instant.EPOCH, Instant.EPOCH, 0), "http://127.0.0.1:8090");
    }
}
