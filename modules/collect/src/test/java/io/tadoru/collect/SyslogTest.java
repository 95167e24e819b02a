package io.tadoru.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tadoru.event.Limits;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SyslogTest {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONNECTIONS = 3;

    @TempDir
    Path folder;

    private final Kept kept = new Kept();
    private CollectStep step;

    @BeforeEach
    void start() {
        step = CollectStep.start(
                CollectSettings.of(folder)
                        .withMaxConnections(CONNECTIONS)
                        .withPatience(Duration.ofSeconds(2), Duration.ofSeconds(2)),
                List.of(
                        new SourceInput("tcp", "squid", new SourceInput.SyslogTcp(LOOPBACK, 0)),
                        new SourceInput("udp", "fortigate", new SourceInput.SyslogUdp(LOOPBACK, 0))),
                kept);
    }

    @AfterEach
    void stop() {
        step.close();
    }

    @Test
    void takesLinesThatArriveInPieces() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "<13>first li");
            write(socket, "ne\n<13>sec");
            write(socket, "ond\n");
            await().until(() -> kept.texts().equals(List.of("<13>first line", "<13>second")));
        }
        assertThat(kept.sent.getFirst().origin()).isEqualTo(new Origin("tcp", "squid", LOOPBACK));
        assertThat(kept.sent.getFirst().position()).isNull();
    }

    @Test
    void takesCountedRecordsAndTheRestOfAClosedConnection() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "8 <13>a\nbc9 <13>cut");
        }
        await().until(() -> kept.texts().equals(List.of("<13>a\nbc", "<13>cut")));
    }

    @Test
    void leavesBytesThatAreNoTextUntouched() throws IOException {
        byte[] bytes = {'<', '1', '>', (byte) 0xff, (byte) 0x83, 0, (byte) 0xfe, ' '};
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().write('\n');
            await().until(() -> kept.sent.size() == 1);
        }
        assertThat(kept.sent.getFirst().bytes()).isEqualTo(bytes);
    }

    @Test
    void keepsHeadLengthAndHashOfALineOfTwoMegabytes() throws IOException {
        byte[] line = new byte[2 * 1024 * 1024];
        Arrays.fill(line, (byte) 'x');
        try (Socket socket = connect()) {
            socket.getOutputStream().write(line);
            write(socket, "\n<13>next\n");
            await().until(() -> kept.sent.size() == 1);
        }
        assertThat(kept.texts()).containsExactly("<13>next");
        assertThat(kept.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.line().length()).isEqualTo(line.length);
            assertThat(rejected.line().sha256()).isEqualTo(Sha256.hex(line));
            assertThat(rejected.line().head()).hasSize(Limits.HEAD_BYTES);
        });
        assertThat(step.counters().tooLong()).isOne();
    }

    @Test
    void closesAndCountsConnectionsBeyondTheLimit() throws IOException {
        try (Socket first = connect();
                Socket second = connect();
                Socket third = connect();
                Socket beyond = connect()) {
            await().until(() -> step.counters().refusedConnections() == 1);
            assertThat(beyond.getInputStream().read()).isEqualTo(-1);
            write(first, "<13>1\n");
            write(second, "<13>2\n");
            write(third, "<13>3\n");
            await().until(() -> kept.sent.size() == CONNECTIONS);
        }
        await().untilAsserted(() -> {
            try (Socket again = connect()) {
                write(again, "<13>again\n");
                await().atMost(Duration.ofSeconds(1)).until(() -> kept.texts().contains("<13>again"));
            }
        });
    }

    @Test
    void closesASilentConnection() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "<13>unfinished");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(kept.texts()).containsExactly("<13>unfinished");
    }

    @Test
    void insistsWhileThereIsNoRoom() throws IOException {
        kept.refusal = new RawSender.Busy(new IllegalStateException("full"));
        try (Socket socket = connect()) {
            write(socket, "<13>patient\n");
            kept.refusal = null;
            await().until(() -> kept.texts().contains("<13>patient"));
        }
        assertThat(step.counters().failed()).isZero();
    }

    @Test
    void takesADatagramAsARecord() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            datagram(socket, "<189>date=2022-02-26 one\n");
            datagram(socket, "\n");
            datagram(socket, "<189>two\nlines\r\n\0");
            datagram(socket, "<189>" + "x".repeat(9_000));
        }
        await().until(() -> kept.sent.size() == 3);
        assertThat(kept.texts().subList(0, 2)).containsExactly("<189>date=2022-02-26 one", "<189>two\nlines");
        assertThat(kept.sent.getFirst().origin()).isEqualTo(new Origin("udp", "fortigate", LOOPBACK));
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), step.port("tcp"));
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private void datagram(DatagramSocket socket, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), step.port("udp")));
    }
}
