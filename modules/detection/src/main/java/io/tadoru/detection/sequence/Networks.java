package io.tadoru.detection.sequence;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Blocks of addresses; IPv4 and IPv6 never meet, whatever one may be written as in the other. */
record Networks(List<Block> blocks) {
    private static final Pattern FOURTH =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern SIXTH = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    /** All addresses that begin with the same bits. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Block(byte[] first, int bits) {
        boolean contains(byte[] address) {
            return address.length == first.length && Arrays.equals(masked(first, bits), masked(address, bits));
        }
    }

    static Networks of(List<String> texts) {
        return new Networks(texts.stream().map(Networks::block).toList());
    }

    private static Block block(String text) {
        int slash = text.indexOf('/');
        byte[] address = address(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new CaseException("'" + text + "' is no network"));
        int bits = slash < 0 ? address.length * 8 : bits(text, text.substring(slash + 1), address.length * 8);
        return new Block(address, bits);
    }

    private static int bits(String text, String written, int most) {
        if (!written.matches("[0-9]{1,3}") || Integer.parseInt(written) > most) {
            throw new CaseException("'" + text + "' is no network");
        }
        return Integer.parseInt(written);
    }

    boolean contain(String text) {
        return address(text)
                .filter(address -> blocks.stream().anyMatch(block -> block.contains(address)))
                .isPresent();
    }

    private static Optional<byte[]> address(String text) {
        boolean sixth = text.indexOf(':') >= 0;
        if (!(sixth ? SIXTH : FOURTH).matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            return Optional.of(sixth && bytes.length == 4 ? mapped(bytes) : bytes);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** As it was written: Java takes an IPv4 address in IPv6 form for the former. */
    private static byte[] mapped(byte[] fourth) {
        byte[] sixth = new byte[16];
        sixth[10] = (byte) 0xff;
        sixth[11] = (byte) 0xff;
        System.arraycopy(fourth, 0, sixth, 12, 4);
        return sixth;
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] &= (byte) (0xFF << (8 - Math.clamp(bits - i * 8L, 0, 8)));
        }
        return masked;
    }
}
