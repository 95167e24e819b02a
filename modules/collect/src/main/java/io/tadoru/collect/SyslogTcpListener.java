package io.tadoru.collect;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Syslog over TCP: a virtual thread per connection, so many of them, each closed when it is silent too long. */
final class SyslogTcpListener implements Listener {
    private static final Logger LOG = LoggerFactory.getLogger(SyslogTcpListener.class);
    private static final int BACKLOG = 128;

    private final SourceInput source;
    private final ServerSocket server;
    private final CollectSettings settings;
    private final Intake intake;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;

    private SyslogTcpListener(SourceInput source, ServerSocket server, CollectSettings settings, Intake intake) {
        this.source = source;
        this.server = server;
        this.settings = settings;
        this.intake = intake;
        this.acceptor =
                Thread.ofPlatform().name("syslog-tcp-" + source.name()).daemon().unstarted(this::run);
    }

    static SyslogTcpListener start(
            SourceInput source, SourceInput.SyslogTcp input, CollectSettings settings, Intake intake) {
        InetSocketAddress address = new InetSocketAddress(input.host(), input.port());
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(address, BACKLOG);
            SyslogTcpListener listener = new SyslogTcpListener(source, server, settings, intake);
            listener.acceptor.start();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("Source " + source.name() + " cannot listen on TCP " + address, e);
        }
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        close(server);
        Threads.join(acceptor);
        connections.forEach(SyslogTcpListener::close);
        threads.forEach(Threads::join);
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                accept(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("Source {}: a connection could not be accepted: {}", source.name(), e.toString());
                }
            }
        }
    }

    private void accept(Socket socket) {
        if (connections.size() >= settings.maxConnections()) {
            intake.counters().countRefused();
            close(socket);
            return;
        }
        connections.add(socket);
        Thread thread = Thread.ofVirtual().unstarted(() -> serve(socket));
        threads.add(thread);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(Math.toIntExact(settings.idle().toMillis()));
            Origin origin = source.origin(socket.getInetAddress().getHostAddress());
            read(new SyslogFrames(new ConnectionStream(socket.getInputStream())), origin);
        } catch (IOException e) {
            LOG.debug("Source {}: a connection ended: {}", source.name(), e.toString());
        } finally {
            connections.remove(socket);
            threads.remove(Thread.currentThread());
        }
    }

    private void read(SyslogFrames frames, Origin origin) throws IOException {
        for (Line line = frames.next(); line != null; line = frames.next()) {
            intake.insist(origin, line, () -> !server.isClosed());
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A socket did not close: {}", e.toString());
        }
    }
}
