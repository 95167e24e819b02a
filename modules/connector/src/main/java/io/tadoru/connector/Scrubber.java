package io.tadoru.connector;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes lines shareable: addresses, hardware addresses, mail addresses, host names and accounts become others, the same one always the
 * same, so that what belongs together still does. Which is which is told by the form, and for words by the fields that a connector
 * reads them into. What is neither in a known form nor in a known field stays: read the result before it leaves the house.
 */
public final class Scrubber {
    private static final Pattern FORMS =
            Pattern.compile("(?P<mail>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)"
                    + "|(?P<mac>\\b[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}\\b)"
                    + "|(?P<v4>\\b(?:[0-9]{1,3}\\.){3}[0-9]{1,3}\\b)"
                    + "|(?P<v6>\\b[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{0,4}){3,7})"
                    + "|(?P<home>(?i:\\\\users\\\\|/home/)[^\\\\/\"' ]+)"
                    + "|(?P<url>[a-z]{3,5}://[A-Za-z0-9.-]+)");
    /** The fields whose words are names of people and machines. */
    private static final Map<String, String> NAMES = Map.of(
            "user.name",
            "user",
            "source.user.name",
            "user",
            "destination.user.name",
            "user",
            "user.target.name",
            "user",
            "host.name",
            "pc",
            "host.hostname",
            "pc",
            "user.domain",
            "domain",
            "source.domain",
            "host",
            "destination.domain",
            "host");

    private static final int SHORTEST = 3;
    private static final List<String> EVERYWHERE = List.of(
            "system",
            "local",
            "localhost",
            "administrator",
            "root",
            "guest",
            "unknown",
            "workgroup",
            "network service",
            "local service",
            "nt authority");

    private final byte[] key;
    private final Map<String, String> pseudonyms = new HashMap<>();

    /** The same key gives the same pseudonyms; without it nobody finds the names again. */
    public Scrubber(byte[] key) {
        this.key = key.clone();
    }

    /** The line with other names in it; {@code parsed} is what a connector made of it. */
    public String scrub(String line, Parsed parsed) {
        String text = line;
        if (parsed instanceof Parsed.Accepted accepted) {
            for (Map.Entry<String, String> name : NAMES.entrySet()) {
                for (String value : accepted.event().texts(name.getKey())) {
                    text = word(text, value, name.getValue());
                }
            }
        }
        return forms(text);
    }

    private String word(String text, String value, String kind) {
        String bare = value.contains("\\") ? value.substring(value.lastIndexOf('\\') + 1) : value;
        boolean kept = bare.length() < SHORTEST
                || EVERYWHERE.contains(bare.toLowerCase(Locale.ROOT))
                || Address.canonical(bare) != null
                || bare.matches("[\\d.]+|user-[0-9a-f]+|pc-[0-9a-f]+");
        if (kept) {
            return text;
        }
        String with = kind.equals("host") || bare.contains(".") ? host(bare) : pseudonym(kind, bare);
        return Pattern.compile("(?i)(^|[^\\p{L}\\p{N}])" + Pattern.quote(bare) + "($|[^\\p{L}\\p{N}])")
                .matcher(text)
                .replaceAll("$1" + Matcher.quoteReplacement(with) + "$2");
    }

    private String forms(String text) {
        Matcher found = FORMS.matcher(text);
        StringBuilder scrubbed = new StringBuilder();
        int at = 0;
        while (found.find()) {
            scrubbed.append(text, at, found.start()).append(one(found));
            at = found.end();
        }
        return scrubbed.append(text.substring(at)).toString();
    }

    private String one(Matcher found) {
        String all = found.group();
        if (found.group("mail") != null) {
            int sign = all.indexOf('@');
            return pseudonym("user", all.substring(0, sign)) + "@" + host(all.substring(sign + 1));
        }
        if (found.group("mac") != null) {
            return mac(all);
        }
        if (found.group("home") != null) {
            int cut = 1 + Math.max(all.lastIndexOf('\\'), all.lastIndexOf('/'));
            return all.substring(0, cut) + keep(all.substring(cut), name -> pseudonym("user", name));
        }
        if (found.group("url") != null) {
            int cut = all.indexOf("://") + 3;
            return all.substring(0, cut)
                    + (Address.canonical(all.substring(cut)) == null
                            ? host(all.substring(cut))
                            : address(all.substring(cut)));
        }
        return address(all);
    }

    private static String keep(String name, UnaryOperator<String> other) {
        return List.of("public", "default", "all users").contains(name.toLowerCase(Locale.ROOT))
                        || name.startsWith("user-")
                ? name
                : other.apply(name);
    }

    /** Private stays private, public becomes one of those for documentation (RFC 5737, RFC 3849); a mask or no address stays. */
    private String address(String text) {
        String canonical = Address.canonical(text);
        if (canonical == null || !Address.isHosts(canonical) || canonical.startsWith("255.")) {
            return text;
        }
        int[] digest = digest("address", canonical);
        if (canonical.contains(":")) {
            return String.format("2001:db8::%x:%x", digest[0] << 8 | digest[1], digest[2] << 8 | digest[3]);
        }
        if (isPrivate(canonical)) {
            return "10." + digest[0] + "." + digest[1] + "." + (1 + digest[2] % 254);
        }
        return List.of("192.0.2.", "198.51.100.", "203.0.113.").get(digest[0] % 3) + (1 + digest[1] % 254);
    }

    private static boolean isPrivate(String v4) {
        return v4.matches(
                "10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*");
    }

    private String mac(String text) {
        int[] digest = digest("mac", text.toLowerCase(Locale.ROOT).replace('-', ':'));
        char sign = text.charAt(2);
        return String.format("00%1$c00%1$c5e%1$c00%1$c53%1$c%2$02x", sign, digest[0]);
    }

    /** A name with dots becomes one below example.com; one that is already for examples stays. */
    private String host(String name) {
        if (name.toLowerCase(Locale.ROOT).matches("(.*\\.)?example(\\.[a-z]{2,3}){1,2}") || !name.contains(".")) {
            return name.contains(".") ? name : pseudonym("host", name);
        }
        int[] digest = digest("host", name.toLowerCase(Locale.ROOT));
        return "host-" + hex(digest) + ".example.com";
    }

    private String pseudonym(String kind, String name) {
        return pseudonyms.computeIfAbsent(kind + "|" + name.toLowerCase(Locale.ROOT), k -> {
            int[] digest = digest(kind, name.toLowerCase(Locale.ROOT));
            return kind + "-" + hex(digest);
        });
    }

    /** Long enough that no two names of an office become one. */
    private static String hex(int[] digest) {
        return String.format("%02x%02x%02x%02x", digest[0], digest[1], digest[2], digest[3]);
    }

    private int[] digest(String kind, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] bytes = mac.doFinal((kind + "|" + value).getBytes(StandardCharsets.UTF_8));
            int[] digits = new int[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                digits[i] = bytes[i] & 0xff;
            }
            return digits;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
