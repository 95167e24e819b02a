package io.tadoru.simulator;

/** Where mail comes in, whoever runs it. */
public interface MailGate {
    void deliver(Mail mail, Scan scan);

    void reject(Mail mail, Scan scan);

    void refuse(Mail mail);
}
