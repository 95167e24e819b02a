package io.tadoru.simulator;

import java.time.Instant;
import java.util.Locale;

/** Postfix's syslog on mx1, as rsyslog writes it to a file: no year, no zone. */
public record PostfixLog(Pen book, Dice dice) {
    private static final int QMGR = 1187;

    private void say(Instant at, String service, int pid, String text) {
        book.add(at, OfficeTime.syslog(at) + " mx1 postfix/" + service + "[" + pid + "]: " + text);
    }

    /** The lines up to the end of the message's data; the answer is the smtpd process that holds the session. */
    public int received(Mail mail) {
        int smtpd = dice.between(2_000, 31_000);
        String service = smtpd(mail);
        say(mail.at().minusMillis(880), service, smtpd, "connect from " + mail.client());
        String login = mail.login().isEmpty() ? "" : ", sasl_method=PLAIN, sasl_username=" + mail.login();
        say(mail.at().minusMillis(840), service, smtpd, mail.queueId() + ": client=" + mail.client() + login);
        int cleanup = dice.between(2_000, 31_000);
        cleanup(mail, 700, cleanup, "message-id=<" + mail.messageId() + ">");
        mail.attachments().forEach(name -> cleanup(mail, 600, cleanup, attachment(mail, name)));
        return smtpd;
    }

    private void cleanup(Mail mail, int millisBefore, int pid, String text) {
        say(mail.at().minusMillis(millisBefore), "cleanup", pid, mail.queueId() + ": " + text);
    }

    private static String attachment(Mail mail, String name) {
        return "warning: header Content-Disposition: attachment; filename=\"" + name + "\" from " + mail.client()
                + "; from=<" + mail.from() + "> to=<" + mail.to() + "> proto=ESMTP helo=<"
                + mail.client().name() + ">";
    }

    public void delivered(Mail mail, int smtpd) {
        queued(mail);
        String to = mail.queueId() + ": to=<" + mail.to() + ">, ";
        if (mail.staysInside()) {
            say(
                    mail.at().plusMillis(60),
                    "virtual",
                    dice.between(2_000, 31_000),
                    to + "relay=virtual, " + delay("0.95") + "dsn=2.0.0, status=sent (delivered to maildir)");
        } else {
            say(
                    mail.at().plusMillis(900),
                    "smtp",
                    dice.between(2_000, 31_000),
                    to + relay(mail) + delay("1.8")
                            + "dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as "
                            + dice.hex(10).toUpperCase(Locale.ROOT) + ")");
        }
        say(mail.at().plusMillis(mail.staysInside() ? 70 : 910), "qmgr", QMGR, mail.queueId() + ": removed");
        disconnected(mail, smtpd, "ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5");
    }

    private void queued(Mail mail) {
        String text = ": from=<" + mail.from() + ">, size=" + mail.size() + ", nrcpt=1 (queue active)";
        say(mail.at(), "qmgr", QMGR, mail.queueId() + text);
    }

    private static String relay(Mail mail) {
        String host = "mx." + mail.to().substring(mail.to().indexOf('@') + 1);
        return "relay=" + host + "[" + Internet.address(host) + "]:25, ";
    }

    private static String delay(String seconds) {
        return "delay=" + seconds + ", delays=0.84/0.01/0.02/0.08, ";
    }

    public void rejectedByMilter(Mail mail, int smtpd) {
        cleanup(
                mail,
                0,
                dice.between(2_000, 31_000),
                "milter-reject: END-OF-MESSAGE from " + mail.client()
                        + ": 5.7.1 Spam message rejected; from=<" + mail.from() + "> to=<" + mail.to()
                        + "> proto=ESMTP helo=<" + mail.client().name() + ">");
        disconnected(mail, smtpd, "ehlo=1 mail=1 rcpt=1 data=0/1 quit=1 commands=4/5");
    }

    public void rejectedByBlocklist(Mail mail) {
        int smtpd = dice.between(2_000, 31_000);
        say(mail.at().minusMillis(800), "smtpd", smtpd, "connect from " + mail.client());
        say(
                mail.at(),
                "smtpd",
                smtpd,
                "NOQUEUE: reject: RCPT from " + mail.client()
                        + ": 554 5.7.1 Service unavailable; Client host ["
                        + mail.client().ip()
                        + "] blocked using dnsbl.example.org; from=<" + mail.from() + "> to=<" + mail.to()
                        + "> proto=ESMTP helo=<" + Internet.SPAM_HELO + ">");
        disconnected(mail, smtpd, "ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4");
    }

    private void disconnected(Mail mail, int smtpd, String commands) {
        say(mail.at().plusMillis(90), smtpd(mail), smtpd, "disconnect from " + mail.client() + " " + commands);
    }

    private static String smtpd(Mail mail) {
        return mail.login().isEmpty() ? "smtpd" : "submission/smtpd";
    }
}
