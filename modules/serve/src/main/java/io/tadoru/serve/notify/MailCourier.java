package io.tadoru.serve.notify;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;

/** By SMTP, to one address at a time, in the order given. */
final class MailCourier implements Courier {
    private static final String MILLIS = "10000";

    /** How the server is spoken to. */
    enum Tls {
        /** Only for a server on this machine. */
        NONE,
        STARTTLS,
        TLS
    }

    /** The server. The user name is empty where it asks for none. */
    record Server(String host, int port, Tls tls, String user, String password) {}

    private final Session session;
    private final String from;
    private final List<String> to;

    MailCourier(Server server, String from, List<String> to) {
        this.session = session(server);
        this.from = from;
        this.to = List.copyOf(to);
    }

    private static Session session(Server server) {
        Properties p = new Properties();
        p.setProperty("mail.transport.protocol", "smtp");
        p.setProperty("mail.smtp.host", server.host());
        p.setProperty("mail.smtp.port", Integer.toString(server.port()));
        p.setProperty("mail.smtp.connectiontimeout", MILLIS);
        p.setProperty("mail.smtp.timeout", MILLIS);
        p.setProperty("mail.smtp.writetimeout", MILLIS);
        p.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.tls() == Tls.TLS));
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        p.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.tls() == Tls.STARTTLS));
        p.setProperty("mail.smtp.starttls.required", Boolean.toString(server.tls() == Tls.STARTTLS));
        if (server.user().isEmpty()) {
            return Session.getInstance(p);
        }
        p.setProperty("mail.smtp.auth", "true");
        return Session.getInstance(p, login(server));
    }

    private static Authenticator login(Server server) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        };
    }

    @Override
    public String channel() {
        return "mail";
    }

    @Override
    public int receivers() {
        return to.size();
    }

    @Override
    public void deliver(Notice notice) throws IOException {
        try {
            Transport.send(message(notice));
        } catch (MessagingException e) {
            throw new IOException("mail was not taken: " + e.getMessage(), e);
        }
    }

    private MimeMessage message(Notice notice) throws MessagingException {
        String id = "<" + notice.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id); // the library would make a new one for each attempt
            }
        };
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(to.get(notice.errand().step()), true));
        message.setSubject(notice.subject(), StandardCharsets.UTF_8.name());
        message.setText(notice.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        return message;
    }
}
