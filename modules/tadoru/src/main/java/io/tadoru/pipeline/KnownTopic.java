package io.tadoru.pipeline;

import io.tadoru.runtime.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers the id of {@code tadoru.raw} beside the local stores: in a topic that was deleted and made again offsets begin
 * anew, so committed offsets and stores would speak of records that are gone.
 */
final class KnownTopic {
    private KnownTopic() {}

    /**
     * Compares with what is remembered, or remembers.
     *
     * @throws IllegalStateException when it is another topic, saying what to do
     */
    static void check(Path stateDirectory, String id) {
        Path file = stateDirectory.resolve("raw-topic-id");
        try {
            if (Files.exists(file)) {
                compare(file, Files.readString(file).strip(), id);
            } else {
                Files.createDirectories(stateDirectory);
                Files.writeString(file, id + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the state directory " + stateDirectory + " cannot be used", e);
        }
    }

    private static void compare(Path file, String remembered, String id) {
        if (!remembered.equals(id)) {
            throw new IllegalStateException(Topics.RAW + " is not the topic that was read before (its id is " + id
                    + ", remembered is " + remembered + "): it was deleted and made again. Delete the state directory "
                    + file.getParent() + " and the groups tadoru-*, then start again; lines that were lost with the"
                    + " topic must be sent again.");
        }
    }
}
