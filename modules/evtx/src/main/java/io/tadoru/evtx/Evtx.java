package io.tadoru.evtx;

import io.tadoru.connector.RecordFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Windows' event log files: where a file of binary XML becomes lines that connectors read. */
public final class Evtx implements RecordFormat {
    private static final byte[] SIGNATURE = "ElfFile\0".getBytes(StandardCharsets.US_ASCII);

    /** For {@link java.util.ServiceLoader}. */
    public Evtx() {}

    @Override
    public String name() {
        return "evtx";
    }

    @Override
    public boolean begins(byte[] head) {
        return head.length >= SIGNATURE.length
                && Arrays.equals(head, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    @Override
    public void read(InputStream in, Sink sink) throws IOException {
        new LogFile(in, sink).read();
    }
}
