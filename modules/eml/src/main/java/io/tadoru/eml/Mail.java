package io.tadoru.eml;

import io.tadoru.event.Excerpt;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of a mail. Everything is bounded: whoever wrote it wanted to be read by somebody careless. */
record Mail(MimeMessage message) {
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST = 2_000;

    Map<String, Object> fields() throws MessagingException, IOException {
        Map<String, Object> eml = new LinkedHashMap<>();
        put(
                eml,
                "date",
                message.getSentDate() == null
                        ? null
                        : message.getSentDate().toInstant().toString());
        put(eml, "message_id", text("Message-ID"));
        put(eml, "subject", text("Subject"));
        put(eml, "from", addresses(header(message::getFrom)));
        put(eml, "from_name", names());
        put(eml, "sender", text("Sender"));
        put(eml, "reply_to", message.getHeader("Reply-To") == null ? null : addresses(header(message::getReplyTo)));
        put(eml, "to", addresses(header(() -> message.getRecipients(Message.RecipientType.TO))));
        put(eml, "cc", addresses(header(() -> message.getRecipients(Message.RecipientType.CC))));
        put(eml, "return_path", text("Return-Path"));
        put(eml, "x_mailer", text("X-Mailer"));
        put(eml, "user_agent", text("User-Agent"));
        put(eml, "authentication_results", all("Authentication-Results"));
        put(eml, "received", all("Received"));
        Received.last(all("Received")).ifPresent(hop -> eml.putAll(hop.fields()));
        Parts parts = Parts.of(message);
        put(eml, "url", parts.urls());
        put(eml, "attachment", parts.attachments());
        put(eml, "text", parts.text());
        return Map.of("eml", eml);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        boolean empty = value == null || value.equals("") || value.equals(List.of());
        if (!empty) {
            fields.put(name, value);
        }
    }

    private interface Header {
        Address @Nullable [] get() throws MessagingException;
    }

    /** Broken addresses are none. */
    private static Address[] header(Header header) {
        try {
            Address[] found = header.get();
            return found == null ? new Address[0] : found;
        } catch (MessagingException e) {
            return new Address[0];
        }
    }

    private static List<String> addresses(Address[] addresses) {
        return Arrays.stream(addresses)
                .limit(MOST_HEADERS)
                .map(a -> a instanceof InternetAddress i ? i.getAddress() : a.toString())
                .map(a -> Excerpt.cut(String.valueOf(a), LONGEST))
                .toList();
    }

    private List<String> names() {
        return Arrays.stream(header(message::getFrom))
                .map(a -> a instanceof InternetAddress i ? i.getPersonal() : null)
                .flatMap(name -> Optional.ofNullable(name).stream())
                .map(name -> Excerpt.cut(name, LONGEST))
                .toList();
    }

    private String text(String header) throws MessagingException {
        List<String> found = all(header);
        return found.isEmpty() ? "" : found.get(0);
    }

    private List<String> all(String header) throws MessagingException {
        List<String> values = new ArrayList<>();
        String[] found = message.getHeader(header);
        for (String value : found == null ? new String[0] : found) {
            if (values.size() < MOST_HEADERS) {
                values.add(Excerpt.cut(decoded(MimeUtility.unfold(value)).strip(), LONGEST));
            }
        }
        return values;
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }
}
