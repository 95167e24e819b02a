package io.tadoru.eml;

import io.tadoru.connector.RecordFormat;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** A mail as a file (RFC 5322, MIME): one record, of its headers, its links and its attachments with their hashes. */
public final class Eml implements RecordFormat {
    /** A larger mail is no mail that a server takes. */
    private static final int MOST_BYTES = 64 << 20;

    private static final List<String> FIRST = List.of(
            "received:",
            "return-path:",
            "delivered-to:",
            "from:",
            "to:",
            "date:",
            "subject:",
            "message-id:",
            "mime-version:",
            "x-",
            "arc-",
            "dkim-",
            "authentication-results:");
    private static final Session NO_SERVER = Session.getInstance(lenient());

    /** For {@link java.util.ServiceLoader}. */
    public Eml() {}

    private static Properties lenient() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.decodetext.strict", "false");
        properties.setProperty("mail.mime.base64.ignoreerrors", "true");
        properties.setProperty("mail.mime.parameters.strict", "false");
        properties.setProperty("mail.mime.ignoreunknownencoding", "true");
        return properties;
    }

    @Override
    public String name() {
        return "eml";
    }

    /** It begins with a header, and a sender and either a time or an id stand among the headers. */
    @Override
    public boolean begins(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int end = text.indexOf("\n\n") > 0 ? text.indexOf("\n\n") : text.indexOf("\r\n\r\n");
        String headers = "\n" + (end > 0 ? text.substring(0, end) : text);
        return FIRST.stream().anyMatch(text::startsWith)
                && headers.contains("\nfrom:")
                && (headers.contains("\ndate:") || headers.contains("\nmessage-id:"));
    }

    @Override
    public void read(InputStream in, Sink sink) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, Limits.HEAD_BYTES));
        if (bytes.length > MOST_BYTES) {
            sink.damaged(0, head, "the mail is larger than " + MOST_BYTES + " bytes");
            return;
        }
        byte[] record;
        try {
            record = Json.bytes(new Mail(new MimeMessage(NO_SERVER, new ByteArrayInputStream(bytes))).fields());
        } catch (MessagingException | IOException | RuntimeException e) { // whatever a hostile mail makes its reader do
            sink.damaged(0, head, "no mail that can be read: " + Excerpt.of(String.valueOf(e.getMessage())));
            return;
        }
        sink.record(0, record);
    }
}
