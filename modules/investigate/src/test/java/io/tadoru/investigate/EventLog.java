package io.tadoru.investigate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A small Windows event log, written byte by byte. */
final class EventLog {
    private static final int FILE_HEADER = 4096;
    private static final int CHUNK = 65536;
    /** 2022-02-26T01:01:40.1234567Z. */
    private static final long TIME = 132903109001234567L;

    private final ByteBuffer file = ByteBuffer.allocate(FILE_HEADER + CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    private EventLog(int records) {
        ascii(0, "ElfFile\0").putShort(42, (short) 1);
        ascii(FILE_HEADER, "ElfChnk\0").position(FILE_HEADER + 512);
        for (int id = 1; id <= records; id++) {
            record(id);
        }
        file.putInt(FILE_HEADER + 48, at());
    }

    static byte[] of(int records) {
        byte[] bytes = new byte[FILE_HEADER + CHUNK];
        new EventLog(records).file.get(0, bytes);
        return bytes;
    }

    private void record(int id) {
        int from = at();
        file.putInt(0x2a2a).putInt(0).putLong(id).putLong(TIME).putInt(0x0101_0f);
        start("Event");
        start("System");
        leaf("EventID", "7");
        leaf("Channel", "Application");
        leaf("Computer", "PC-0142.example.co.jp");
        file.put((byte) 4);
        start("EventData");
        leaf("Data", "日本語 " + id);
        file.put((byte) 4).put((byte) 4).put((byte) 0);
        int size = at() + 4 - from;
        file.putInt(size).putInt(FILE_HEADER + from + 4, size);
    }

    private void leaf(String name, String text) {
        start(name);
        file.put((byte) 5).put((byte) 1);
        string(text);
        file.put((byte) 4);
    }

    /** Its name stands right here, each time. */
    private void start(String name) {
        file.put((byte) 1).putInt(0).putInt(at() + 4).putInt(0).putShort((short) 0);
        string(name);
        file.putShort((short) 0).put((byte) 2);
    }

    private void string(String text) {
        file.putShort((short) text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private int at() {
        return file.position() - FILE_HEADER;
    }

    private ByteBuffer ascii(int at, String text) {
        return file.put(at, text.getBytes(StandardCharsets.US_ASCII));
    }
}
