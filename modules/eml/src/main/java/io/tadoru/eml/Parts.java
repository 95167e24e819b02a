package io.tadoru.eml;

import io.tadoru.event.Excerpt;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mail consists of: its text's beginning, the links in it, the files with their hashes. */
final class Parts {
    private static final int DEPTH = 12;
    private static final int MOST = 100;
    private static final int TEXT = 4_000;
    private static final int READ = 1 << 20;
    private static final Pattern URL = Pattern.compile("https?://[^\\s\"'<>\\\\)]{1,1000}");

    private final List<Map<String, Object>> attachments = new ArrayList<>();
    private final Set<String> urls = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();
    private int seen;

    private Parts() {}

    static Parts of(Part message) throws MessagingException, IOException {
        Parts parts = new Parts();
        parts.walk(message, 0);
        return parts;
    }

    List<Map<String, Object>> attachments() {
        return attachments;
    }

    List<String> urls() {
        return List.copyOf(urls);
    }

    String text() {
        return text.toString().strip();
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEPTH || seen++ > MOST) {
            return;
        }
        String name = name(part);
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart inner = multipart.getBodyPart(i);
                walk(inner, depth + 1);
            }
        } else if (name == null && part.isMimeType("text/*")) {
            text(part);
        } else if (name != null || !part.isMimeType("text/*")) {
            attachments.add(attachment(part, name));
        }
    }

    private static @Nullable String name(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? null : Excerpt.cut(MimeUtility.decodeText(name), 255);
        } catch (MessagingException | UnsupportedEncodingException e) {
            return null;
        }
    }

    private void text(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            String found = new String(in.readNBytes(READ), charset(part));
            URL.matcher(found).results().map(MatchResult::group).limit(MOST).forEach(this::add);
            if (text.length() < TEXT && (text.isEmpty() || part.isMimeType("text/plain"))) {
                text.append(Excerpt.cut(found, TEXT - text.length()));
            }
        }
    }

    private void add(String url) {
        if (urls.size() < MOST) {
            urls.add(url);
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static Map<String, Object> attachment(Part part, @Nullable String name)
            throws MessagingException, IOException {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", name == null ? "" : name);
        file.put("type", Excerpt.cut(part.getContentType().split(";", 2)[0].strip(), 255));
        MessageDigest md5 = digest("MD5");
        MessageDigest sha256 = digest("SHA-256");
        long size = 0;
        try (InputStream in = part.getInputStream()) {
            byte[] buffer = new byte[1 << 14];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                md5.update(buffer, 0, read);
                sha256.update(buffer, 0, read);
                size += read;
            }
        }
        file.put("size", size);
        file.put("md5", HexFormat.of().formatHex(md5.digest()));
        file.put("sha256", HexFormat.of().formatHex(sha256.digest()));
        return file;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
