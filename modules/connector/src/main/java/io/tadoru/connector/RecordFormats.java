package io.tadoru.connector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats of files that are no text, as far as they are on the class path. */
public final class RecordFormats {
    /** So much of a file's beginning is enough for any format to know it. */
    private static final int HEAD = 64;

    private static final List<RecordFormat> ALL = ServiceLoader.load(RecordFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private RecordFormats() {}

    /** The format of a file that begins so. */
    public static Optional<RecordFormat> of(byte[] head) {
        return ALL.stream().filter(format -> format.begins(head)).findFirst();
    }

    /**
     * The format of what comes next; none of it is taken.
     *
     * @param in that can be marked
     */
    public static Optional<RecordFormat> of(InputStream in) throws IOException {
        in.mark(HEAD);
        try {
            return of(head(in));
        } finally {
            in.reset();
        }
    }

    /** No more than a line: somebody who types a short one is not let wait. */
    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            if (b == '\n' || head.size() == HEAD) {
                break;
            }
        }
        return head.toByteArray();
    }

    /** The format of that name. */
    public static Optional<RecordFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
