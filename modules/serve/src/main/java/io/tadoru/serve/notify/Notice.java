package io.tadoru.serve.notify;

import io.tadoru.casework.Escape;
import java.util.List;

/**
 * What a person reads. Everything in it may come from log lines, and no control character leaves.
 *
 * @param page where Tadoru's page is, without a slash at its end
 */
record Notice(News news, Errand errand, String page) {

    /** The same for each attempt at the same errand, so that a receiver can tell a repetition. */
    String id() {
        return news.chain() + "." + errand.gravity() + "." + errand.step();
    }

    String subject() {
        return (errand.step() == 0 ? "[Tadoru] " : "[Tadoru, unanswered] ") + who() + ": " + clean(news.status())
                + ", severity " + clean(news.severity()) + ", " + clean(news.caseNumber());
    }

    private String who() {
        return clean(news.host()) + (news.user().isEmpty() ? "" : " (" + clean(news.user()) + ")");
    }

    /** Lines ended by CR LF are the transport's business. */
    String body() {
        List<String> lines = List.of(
                clean(news.en()),
                clean(news.ja()),
                "",
                "Case / 案件:        " + clean(news.caseNumber()),
                "Host, user / 端末:  " + who(),
                "Status / 状態:      " + clean(news.status()),
                "Evidence / 証跡:    " + link(),
                "",
                unanswered(),
                "Acknowledge on that page, or: tadoru chain " + clean(news.caseNumber()) + " ack",
                "対応を始める方は、上のページまたは上のコマンドで確認済みにしてください。");
        return String.join("\n", lines) + "\n";
    }

    private String unanswered() {
        return errand.step() == 0
                ? "Whoever takes this on, please acknowledge: otherwise the next person is told."
                : "Nobody has acknowledged this so far, so it comes to you.";
    }

    String link() {
        return page + "/#/chain/" + news.chain().replaceAll("[^0-9A-Za-z-]", "");
    }

    private static String clean(String text) {
        return Escape.terminal(text);
    }
}
