package io.tadoru.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Syslog over UDP: a datagram is a record. Where Kafka is slow the kernel's buffer fills and datagrams are lost: UDP has no other way. */
final class SyslogUdpListener implements Listener {
    private static final Logger LOG = LoggerFactory.getLogger(SyslogUdpListener.class);
    private static final int LARGEST = 65_535;
    private static final int KERNEL_BUFFER = 4 * 1024 * 1024;

    private final SourceInput source;
    private final Intake intake;
    private final DatagramSocket socket;
    private final Thread thread;

    private SyslogUdpListener(SourceInput source, DatagramSocket socket, Intake intake) {
        this.source = source;
        this.intake = intake;
        this.socket = socket;
        this.thread =
                Thread.ofPlatform().name("syslog-udp-" + source.name()).daemon().unstarted(this::run);
    }

    static SyslogUdpListener start(SourceInput source, SourceInput.SyslogUdp input, Intake intake) {
        InetSocketAddress address = new InetSocketAddress(input.host(), input.port());
        try {
            DatagramSocket socket = new DatagramSocket(address);
            socket.setReceiveBufferSize(KERNEL_BUFFER);
            SyslogUdpListener listener = new SyslogUdpListener(source, socket, intake);
            listener.thread.start();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("Source " + source.name() + " cannot listen on UDP " + address, e);
        }
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
        Threads.join(thread);
    }

    private void run() {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(LARGEST);
                socket.receive(packet);
                take(packet);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("Source {}: a datagram could not be received: {}", source.name(), e.toString());
                }
            }
        }
    }

    private void take(DatagramPacket packet) {
        byte[] bytes = LineEnds.strip(Arrays.copyOf(packet.getData(), packet.getLength()));
        if (bytes.length > 0) {
            Origin origin = source.origin(packet.getAddress().getHostAddress());
            intake.insist(origin, new Line.Whole(0, bytes), () -> !socket.isClosed());
        }
    }
}
