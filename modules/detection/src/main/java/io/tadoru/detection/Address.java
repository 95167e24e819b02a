package io.tadoru.detection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An IP address read from text that may be anything; never asks a name server. */
record Address(InetAddress inet) {
    private static final int LONGEST = 45;
    private static final List<Network> INSIDE = Stream.of(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "0.0.0.0/8",
                    "224.0.0.0/3",
                    "::/127",
                    "fe80::/10",
                    "fc00::/7",
                    "ff00::/8")
            .map(text -> Network.parse(text).orElseThrow())
            .toList();

    /** The address; empty when the text is no literal address. */
    static Optional<Address> parse(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (bare.length() > LONGEST || !(bare.indexOf(':') >= 0 ? sixth(bare) : fourth(bare))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Address(InetAddress.getByName(bare)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean sixth(String text) {
        return text.length() > 1
                && text.chars().allMatch(c -> (Character.digit(c, 16) >= 0 && c < 128) || c == ':' || c == '.');
    }

    private static boolean fourth(String text) {
        String[] parts = text.split("\\.", -1);
        return parts.length == 4 && Stream.of(parts).allMatch(Address::octet);
    }

    private static boolean octet(String text) {
        return !text.isEmpty()
                && text.length() <= 3
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(text) <= 255;
    }

    /** Neither ours by any convention, nor this machine, nor many: somebody in the Internet. */
    boolean outside() {
        return INSIDE.stream().noneMatch(network -> network.contains(this));
    }

    static boolean touchesInside(Network network) {
        return INSIDE.stream().anyMatch(network::overlaps);
    }

    byte[] bytes() {
        return inet.getAddress();
    }

    String text() {
        return inet.getHostAddress();
    }
}
