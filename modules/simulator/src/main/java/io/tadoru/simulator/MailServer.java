package io.tadoru.simulator;

/** mx1: what Postfix and rspamd write about one mail, in step with each other. */
record MailServer(PostfixLog postfix, RspamdLog rspamd) {
    private static final int SCAN_ENDS_BEFORE = 40;

    void deliver(Mail mail, Scan scan) {
        int smtpd = postfix.received(mail);
        rspamd.task(mail.at().minusMillis(SCAN_ENDS_BEFORE), mail, scan);
        postfix.delivered(mail, smtpd);
    }

    void reject(Mail mail, Scan scan) {
        int smtpd = postfix.received(mail);
        rspamd.task(mail.at().minusMillis(SCAN_ENDS_BEFORE), mail, scan);
        postfix.rejectedByMilter(mail, smtpd);
    }

    void refuse(Mail mail) {
        postfix.rejectedByBlocklist(mail);
    }
}
