package io.tadoru.connector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IP addresses in their canonical text form (RFC 5952 for IPv6), without ever asking a name server. */
final class Address {
    private Address() {}

    /** The address, or null when the text is none. An IPv4 address in an IPv6 one is the IPv4 address. */
    static @Nullable String canonical(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int scope = bare.indexOf('%');
        return bare.indexOf(':') < 0 ? v4(bare) : v6(scope < 0 ? bare : bare.substring(0, scope));
    }

    /** Whether it can stand for one host: not loopback, link-local, multicast or unspecified. */
    static boolean isHosts(String canonical) {
        return !canonical.startsWith("127.")
                && !canonical.startsWith("169.254.")
                && !canonical.startsWith("0.")
                && !canonical.equals("255.255.255.255")
                && !canonical.matches("2(2[4-9]|3[0-9])\\..*|::1?|fe[89ab].:.*|ff..:.*");
    }

    private static @Nullable String v4(String text) {
        int[] parts = new int[4];
        return parseV4(text, parts) ? parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[3] : null;
    }

    private static boolean parseV4(String text, int[] parts) {
        if (text.length() < 7 || text.length() > 15) {
            return false;
        }
        String[] words = text.split("\\.", -1);
        for (int i = 0; words.length == 4 && i < 4; i++) {
            parts[i] = number(words[i], 10, 3);
            if (parts[i] < 0 || parts[i] > 255) {
                return false;
            }
        }
        return words.length == 4;
    }

    private static int number(String text, int radix, int digits) {
        if (text.isEmpty() || text.length() > digits) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static @Nullable String v6(String text) {
        if (text.length() < 2 || text.length() > 45) {
            return null;
        }
        int gap = text.indexOf("::");
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap));
        List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        if (head == null || tail == null || (gap < 0 ? head.size() != 8 : head.size() + tail.size() > 7)) {
            return null;
        }
        List<Integer> all = new ArrayList<>(head);
        while (all.size() + tail.size() < 8) {
            all.add(0);
        }
        all.addAll(tail);
        return text(all);
    }

    private static @Nullable List<Integer> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        String[] words = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < words.length; i++) {
            int[] v4 = new int[4];
            if (i == words.length - 1 && parseV4(words[i], v4)) {
                groups.add(v4[0] << 8 | v4[1]);
                groups.add(v4[2] << 8 | v4[3]);
                continue;
            }
            int group = number(words[i], 16, 4);
            if (group < 0) {
                return null;
            }
            groups.add(group);
        }
        return groups;
    }

    private static String text(List<Integer> g) {
        if (g.subList(0, 5).stream().allMatch(x -> x == 0) && g.get(5) == 0xffff) {
            return (g.get(6) >> 8) + "." + (g.get(6) & 255) + "." + (g.get(7) >> 8) + "." + (g.get(7) & 255);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int zeros = 0;
            while (i + zeros < 8 && g.get(i + zeros) == 0) {
                zeros++;
            }
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        return start < 0 ? hex(g) : hex(g.subList(0, start)) + "::" + hex(g.subList(start + length, 8));
    }

    private static String hex(List<Integer> groups) {
        return String.join(":", groups.stream().map(Integer::toHexString).toList());
    }
}
