package io.tadoru.evtx;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.connector.RecordFormat;
import io.tadoru.event.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the reader tells of a file. */
record Collected(List<JsonNode> records, List<Damage> damages) implements RecordFormat.Sink {
    record Damage(long offset, int length, String reason) {}

    static Collected of(byte[] file) {
        Collected collected = new Collected(new ArrayList<>(), new ArrayList<>());
        try {
            new Evtx().read(new ByteArrayInputStream(file), collected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return collected;
    }

    @Override
    public void record(long offset, byte[] record) {
        records.add(Json.read(record, JsonNode.class));
    }

    @Override
    public void damaged(long offset, byte[] bytes, String reason) {
        damages.add(new Damage(offset, bytes.length, reason));
    }

    JsonNode only() {
        if (records.size() != 1) {
            throw new AssertionError(records.size() + " records, " + damages);
        }
        return records.get(0);
    }
}
