package io.tadoru.connector;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats of files that are no text, as far as they are on the class path. */
public final class RecordFormats {
    /** So much of a file's beginning is enough for any format to know it. */
    public static final int HEAD_BYTES = 64;

    private static final List<RecordFormat> ALL = ServiceLoader.load(RecordFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private RecordFormats() {}

    /** The format of a file that begins so. */
    public static Optional<RecordFormat> of(byte[] head) {
        return ALL.stream().filter(format -> format.begins(head)).findFirst();
    }

    /** The format of that name. */
    public static Optional<RecordFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
