package io.tadoru.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A network in prefix notation (RFC 4632, RFC 4291): tells addresses of the office from those outside. */
public record Cidr(InetAddress network, int prefix) {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    /**
     * Reads {@code 10.0.0.0/8} or {@code fc00::/7}; without a prefix it is that one address.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Cidr of(String text) {
        int slash = text.indexOf('/');
        InetAddress network = address(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("not a network: " + text));
        int bits = network.getAddress().length * 8;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("not a prefix: " + text);
        }
        return new Cidr(network, prefix);
    }

    /** Whether the text is an address and not a name. */
    static boolean isAddress(String text) {
        return address(text).isPresent();
    }

    /** Whether that address lies within; what is no address lies nowhere. */
    public boolean contains(String address) {
        return address(address).map(a -> contains(a.getAddress())).orElse(false);
    }

    private boolean contains(byte[] address) {
        byte[] own = network.getAddress();
        if (own.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((own[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Only literals: a name from a log line must never cause a look-up. */
    private static Optional<InetAddress> address(String text) {
        try {
            if (text.indexOf(':') >= 0) {
                return Optional.of(InetAddress.getByName(text));
            }
            byte[] bytes = ipv4(text);
            return bytes.length == 0 ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static byte[] ipv4(String text) {
        Matcher m = IPV4.matcher(text);
        byte[] bytes = new byte[m.matches() ? 4 : 0];
        for (int i = 0; i < bytes.length; i++) {
            int part = Integer.parseInt(m.group(i + 1));
            if (part > 255) {
                return new byte[0];
            }
            bytes[i] = (byte) part;
        }
        return bytes;
    }
}
