package io.tadoru.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A chunk written byte by byte, for what no file at hand has. Checksums are all wrong: nobody computes them. */
final class Written {
    /** 2022-02-26T01:01:40.1234567Z. */
    static final long TIME = 132903109001234567L;

    private final ByteBuffer chunk = ByteBuffer.allocate(Chunk.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Integer> names = new HashMap<>();
    private int record;
    private boolean inTemplate;

    Written() {
        chunk.put("ElfChnk\0".getBytes(StandardCharsets.US_ASCII)).position(512);
    }

    Written begin(long id) {
        record = at();
        return i32(0x2a2a).i32(0).i64(id).i64(TIME).fragment();
    }

    Written end() {
        u8(0);
        int size = at() - record + 4;
        chunk.putInt(record + 4, size);
        return i32(size);
    }

    /** An event without a template. */
    Written event(long id, Runnable data) {
        begin(id).system();
        data.run();
        return close().end();
    }

    /** {@code <Event>} and its {@code <System>}. */
    Written system() {
        open("Event").content().open("System").content();
        open("Provider", true).attribute("Name").text("Example").empty();
        return open("EventID").content().text("7").close().close();
    }

    Written fragment() {
        return u8(0x0f).u8(1).u8(1).u8(0);
    }

    Written open(String name) {
        return open(name, false);
    }

    Written open(String name, boolean attributes) {
        u8(attributes ? 0x41 : 0x01);
        if (inTemplate) {
            u16(0xffff);
        }
        i32(0).name(name);
        return attributes ? i32(0) : this;
    }

    Written attribute(String name) {
        return u8(0x06).name(name);
    }

    Written content() {
        return u8(0x02);
    }

    Written empty() {
        return u8(0x03);
    }

    Written close() {
        return u8(0x04);
    }

    Written text(String text) {
        return u8(0x05).u8(0x01).string(text);
    }

    Written string(String text) {
        u16(text.length());
        chunk.put(utf16(text));
        return this;
    }

    /** A place in a template. */
    Written place(int index, int type, boolean optional) {
        return u8(optional ? 0x0e : 0x0d).u16(index).u8(type);
    }

    /** A template that stands here; where its definition is. */
    int template(Runnable body) {
        u8(0x0c).u8(1).i32(99).i32(at() + 4);
        int definition = at();
        i32(0).i64(1).i64(2).i32(0).fragment();
        inTemplate = true;
        body.run();
        inTemplate = false;
        u8(0);
        chunk.putInt(definition + 20, at() - definition - 24);
        return definition;
    }

    Written templateAt(int definition) {
        return u8(0x0c).u8(1).i32(99).i32(definition);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Value(int type, byte[] bytes) {}

    Written values(Value... values) {
        i32(values.length);
        for (Value value : values) {
            u16(value.bytes.length).u8(value.type).u8(0);
        }
        for (Value value : values) {
            chunk.put(value.bytes);
        }
        return this;
    }

    /** Says afterwards how long a value became. */
    Written size(int at, int size) {
        chunk.putShort(at, (short) size);
        return this;
    }

    /** Stands here when it is used first, and is pointed to later. */
    Written name(String name) {
        Integer known = names.get(name);
        if (known != null) {
            return i32(known);
        }
        i32(at() + 4);
        names.put(name, at());
        i32(0).u16(0).string(name);
        return u16(0);
    }

    Written u8(int value) {
        chunk.put((byte) value);
        return this;
    }

    Written u16(int value) {
        chunk.putShort((short) value);
        return this;
    }

    Written i32(int value) {
        chunk.putInt(value);
        return this;
    }

    Written i64(long value) {
        chunk.putLong(value);
        return this;
    }

    int at() {
        return chunk.position();
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    byte[] chunk() {
        chunk.putInt(48, at());
        byte[] bytes = new byte[Chunk.SIZE];
        chunk.get(0, bytes);
        return bytes;
    }

    Collected read() {
        return Collected.of(file(chunk()));
    }

    static byte[] file(byte[]... chunks) {
        ByteBuffer file =
                ByteBuffer.allocate(LogFile.HEADER + chunks.length * Chunk.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        file.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
        file.putShort(42, (short) chunks.length).position(LogFile.HEADER);
        for (byte[] chunk : chunks) {
            file.put(chunk);
        }
        return file.array();
    }
}
