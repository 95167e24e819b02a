package io.tadoru.serve.access;

import io.tadoru.event.Sha256;
import io.tadoru.store.AccessStore.Access;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code tdr_<id>_<secret>}: shown once when it is made; only its hash is kept. Shows itself without the secret. */
public record Token(String id, String text) {
    private static final Pattern FORM = Pattern.compile("tdr_([0-9a-f]{16})_[0-9a-f]{64}");
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    /** A new one that nobody can guess. */
    public static Token random(SecureRandom random) {
        String id = hex(random, ID_BYTES);
        return new Token(id, "tdr_" + id + "_" + hex(random, SECRET_BYTES));
    }

    private static String hex(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Of a text that has a token's form. */
    static Optional<Token> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Token(form.group(1), text)) : Optional.empty();
    }

    /** What is kept of it. */
    public Access access(String name, AccessRole role, Instant created, Instant expires) {
        return new Access(id, hash(), name, role.text(), created, expires, false);
    }

    String hash() {
        return Sha256.hex(text);
    }

    /** In the same time however much of it is right. */
    boolean fits(Access kept) {
        return MessageDigest.isEqual(bytes(hash()), bytes(kept.hash()));
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "Token[" + id + "]";
    }
}
