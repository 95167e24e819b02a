package io.tadoru.simulator;

import java.time.Instant;
import java.util.Locale;

/** rspamd's own log file: one task line for each mail it scanned. */
public record RspamdLog(Pen book, Dice dice) {
    public void task(Instant at, Mail mail, Scan scan) {
        String head = OfficeTime.seconds(at) + " #" + dice.between(2_210, 2_213) + "(normal) <" + dice.hex(6)
                + ">; task; rspamd_task_write_log: ";
        book.add(at, head + who(mail) + verdict(scan) + cost(mail) + recipients(mail));
    }

    private static String who(Mail mail) {
        String user = mail.login().isEmpty() ? "" : " user: " + mail.login() + ",";
        return "id: <" + mail.messageId() + ">, qid: <" + mail.queueId() + ">, ip: "
                + mail.client().ip() + "," + user + " from: <" + mail.from() + ">, ";
    }

    private static String verdict(Scan scan) {
        return String.format(
                Locale.ROOT,
                "(default: %s (%s): [%.2f/15.00] [%s]), ",
                scan.isSpam() ? "T" : "F",
                scan.action(),
                scan.score(),
                scan.symbols());
    }

    private String cost(Mail mail) {
        return String.format(
                Locale.ROOT,
                "len: %d, time: %d.%03dms, dns req: %d, digest: <%s>, ",
                mail.size(),
                dice.between(40, 900),
                dice.below(1000),
                dice.between(4, 40),
                dice.hex(32));
    }

    private static String recipients(Mail mail) {
        return "rcpts: <" + mail.to() + ">, mime_rcpts: <" + mail.to() + ">";
    }
}
