package io.tadoru.simulator;

/** What rspamd makes of a mail: action, score and symbols. */
public record Scan(String action, double score, String symbols) {
    private static final String USUAL = "MIME_GOOD(-0.10){multipart/alternative;text/plain;},RCPT_COUNT_ONE(0.00){1;}";

    public static Scan clean(Mail mail, Dice dice) {
        String sender = mail.login().isEmpty()
                ? "R_SPF_ALLOW(-0.20){+mx;},R_DKIM_ALLOW(-0.20){},"
                : "RCVD_VIA_SMTP_AUTH(0.00){},";
        String attachment = mail.attachments().isEmpty() ? "" : ",HAS_ATTACHMENT(0.00){}";
        return new Scan("no action", -dice.between(10, 210) / 100.0, sender + USUAL + attachment);
    }

    public static Scan doubtful(double score, String symbols) {
        return new Scan("no action", score, symbols + "," + USUAL);
    }

    public static Scan tagged(Dice dice) {
        return new Scan(
                "add header",
                dice.between(610, 1_390) / 100.0,
                "BAYES_SPAM(4.20){98.77%;},R_SPF_SOFTFAIL(0.00){~all;},MANY_INVISIBLE_PARTS(0.10){2;}," + USUAL);
    }

    public static Scan rejected(Dice dice) {
        return new Scan(
                "reject",
                dice.between(1_510, 3_800) / 100.0,
                "BAYES_SPAM(5.10){100.00%;},RBL_BLOCKED(4.00){dnsbl.example.org;},R_SPF_FAIL(1.00){-all;},PHISHING(6.00){},"
                        + USUAL);
    }

    public boolean isSpam() {
        return !action.equals("no action");
    }
}
