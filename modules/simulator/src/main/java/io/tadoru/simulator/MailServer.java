package io.tadoru.simulator;

/** mx1: what Postfix and rspamd write about one mail, in step with each other. */
public record MailServer(PostfixLog postfix, RspamdLog rspamd) implements MailGate {
    private static final int SCAN_ENDS_BEFORE = 40;

    @Override
    public void deliver(Mail mail, Scan scan) {
        int smtpd = postfix.received(mail);
        rspamd.task(mail.at().minusMillis(SCAN_ENDS_BEFORE), mail, scan);
        postfix.delivered(mail, smtpd);
    }

    @Override
    public void reject(Mail mail, Scan scan) {
        int smtpd = postfix.received(mail);
        rspamd.task(mail.at().minusMillis(SCAN_ENDS_BEFORE), mail, scan);
        postfix.rejectedByMilter(mail, smtpd);
    }

    @Override
    public void refuse(Mail mail) {
        postfix.rejectedByBlocklist(mail);
    }
}
