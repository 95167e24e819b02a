package io.tadoru.serve.decisions;

import io.tadoru.chain.Decision;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** {@code tadoru.decisions} as the API sees it. */
public final class DecisionLog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Known known = new Known();
    private final DecisionSender sender;
    private final DecisionFollower follower;

    private DecisionLog(Map<String, Object> kafka) {
        this.sender = DecisionSender.open(kafka);
        this.follower = DecisionFollower.start(kafka, known);
    }

    /** Begins to read; Kafka may come later. */
    public static DecisionLog open(Map<String, Object> kafka) {
        return new DecisionLog(kafka);
    }

    /**
     * Keeps it for ever.
     *
     * @throws IOException when it may not have been kept: deciding again is harmless
     */
    public void write(Decision decision) throws IOException {
        sender.send(decision);
        known.add(decision);
    }

    /** Entries that allow, ended ones too, the newest first. */
    public List<Decision> allows() throws IOException {
        awaitEnd();
        return known.allows();
    }

    /** The newest decisions under these case numbers, in their order. */
    public List<Decision> of(Collection<String> caseNumbers) throws IOException {
        awaitEnd();
        return known.of(caseNumbers);
    }

    /** Half of the entries would pass for all of them. */
    private void awaitEnd() throws IOException {
        try {
            if (!follower.awaitEnd(PATIENCE)) {
                throw new IOException("tadoru.decisions has not been read to its end yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while decisions were read", e);
        }
    }

    /** Whether it is still followed. */
    public boolean healthy() {
        return follower.alive();
    }

    @Override
    public void close() {
        follower.close();
        sender.close();
    }
}
