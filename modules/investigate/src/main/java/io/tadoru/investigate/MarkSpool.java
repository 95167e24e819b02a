package io.tadoru.investigate;

import io.tadoru.detection.Marks;
import io.tadoru.event.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Marks on disk until it is known whose they are: memory holds where they lie, and one host's at a time. */
final class MarkSpool implements AutoCloseable {
    private final Path file;
    private final OutputStream out;
    private final List<Place> places = new ArrayList<>();
    private long at;

    /** Where the marks of one event lie. */
    record Place(long offset, int length) {}

    MarkSpool(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    void add(Marks marks) throws IOException {
        byte[] json = Json.bytes(marks);
        out.write(json);
        places.add(new Place(at, json.length));
        at += json.length;
    }

    /** Ends writing. */
    List<Place> places() throws IOException {
        out.flush();
        return places;
    }

    RandomAccessFile open() throws IOException {
        return new RandomAccessFile(file.toFile(), "r");
    }

    static Marks read(RandomAccessFile in, Place place) throws IOException {
        byte[] json = new byte[place.length()];
        in.seek(place.offset());
        in.readFully(json);
        return Json.read(json, Marks.class);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
