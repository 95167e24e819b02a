package io.tadoru.detection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A block of addresses as rules and indicators write it, {@code 10.0.0.0/8}; a lone address is a block of one. */
final class Network {
    private static final int V4 = 4;

    private final byte[] first;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.first = masked(address, bits);
        this.bits = bits;
    }

    /** The block; empty when the text is none. */
    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        return Address.parse(address).flatMap(a -> parse(a.bytes(), slash < 0 ? null : text.substring(slash + 1)));
    }

    private static Optional<Network> parse(byte[] address, @Nullable String length) {
        if (length == null) {
            return Optional.of(new Network(address, address.length * 8));
        }
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > address.length * 8) {
            return Optional.empty();
        }
        return Optional.of(new Network(address, Integer.parseInt(length)));
    }

    boolean contains(Address address) {
        byte[] other = address.bytes();
        return other.length == first.length && Arrays.equals(first, masked(other, bits));
    }

    int bits() {
        return bits;
    }

    boolean isV4() {
        return first.length == V4;
    }

    /** A block of one. */
    boolean isAddress() {
        return bits == first.length * 8;
    }

    /** The block of that length which the address lies in. */
    static Network around(Address address, int bits) {
        return new Network(address.bytes(), bits);
    }

    /** Whether any address is in both. */
    boolean overlaps(Network other) {
        int common = Math.min(bits, other.bits);
        return first.length == other.first.length && Arrays.equals(masked(first, common), masked(other.first, common));
    }

    /** Its first address. */
    String address() {
        try {
            return InetAddress.getByAddress(first).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no length of an address: " + first.length, e);
        }
    }

    String text() {
        return address() + "/" + bits;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Network that && bits == that.bits && Arrays.equals(first, that.first);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(first) * 31 + bits;
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp(bits - i * 8L, 0, 8);
            masked[i] &= (byte) (0xFF << (8 - kept));
        }
        return masked;
    }
}
