package io.tadoru.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Ports on loopback: free ones, and where possible the ones used last time. */
final class Ports {
    static final String HOST = "127.0.0.1";
    private static final int LARGEST = 65_535;

    private Ports() {}

    /** A port that is free now; nothing reserves it. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * The wanted port; for 0 the one in the file if it is free, else any free one. The file then names it.
     *
     * @throws LocalException when a port was asked for and is taken
     */
    static int remembered(Path file, int wanted) throws IOException {
        int port = wanted == 0 ? last(file).orElse(free()) : wanted;
        if (!isFree(port)) {
            if (wanted != 0) {
                throw new LocalException("Port " + wanted + " on " + HOST + " is in use by another program.");
            }
            port = free();
        }
        Files.writeString(file, Integer.toString(port));
        return port;
    }

    private static OptionalInt last(Path file) throws IOException {
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        String text = Files.readString(file).strip();
        return text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= LARGEST
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // as Kafka and Elasticsearch do: a connection that lingers from the last run is no reason to move
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
