package io.tadoru.pipeline;

import io.tadoru.correlate.CorrelateTopics;
import io.tadoru.runtime.Settings;
import io.tadoru.runtime.Topics;
import java.util.List;

/**
 * Tells when nothing is under way between {@code tadoru.raw} and Elasticsearch. Asked along the stream: what an earlier
 * step has committed stands in the topics of the next before that one is asked.
 */
public final class Quiet implements AutoCloseable {
    private static final List<Stretch> STREAM = List.of(
            new Stretch(Pipeline.NORMALIZE, List.of(Topics.RAW)),
            new Stretch(Pipeline.CORRELATE, List.of(Topics.OBSERVATIONS, Topics.MARKS, Topics.DECISIONS)),
            new Stretch(Pipeline.CORRELATE, List.of(CorrelateTopics.CLAIMS)),
            new Stretch(Pipeline.CORRELATE, List.of(CorrelateTopics.ANSWERS)),
            new Stretch(Pipeline.CORRELATE, List.of(CorrelateTopics.HOST_MARKS, CorrelateTopics.HOST_DECISIONS)));
    private static final List<Stretch> INDEX = List.of(
            new Stretch("tadoru-index-events", List.of(Topics.EVENTS)),
            new Stretch("tadoru-index-rejects", List.of(Topics.REJECTS)),
            new Stretch("tadoru-index-chains", List.of(Topics.CHAINS)),
            new Stretch("tadoru-index-corrections", List.of(Topics.BINDINGS)));

    private final Pipeline pipeline;
    private final Backlog backlog;

    /** Of a pipeline whose steps all run in this process. */
    public Quiet(Pipeline pipeline, Settings settings) {
        this.pipeline = pipeline;
        this.backlog = new Backlog(settings);
    }

    private record Stretch(String group, List<String> topics) {}

    /** How many raw records there are, and how many of them have been read. */
    public String read() throws InterruptedException {
        Backlog.Share share = backlog.share(Pipeline.NORMALIZE, Topics.RAW);
        return "%,d of %,d raw records read".formatted(share.done(), share.all());
    }

    /** Whether everything sent so far has reached Elasticsearch, chains included. */
    public boolean now() throws InterruptedException {
        return passed(STREAM) && !pipeline.hostsWait() && passed(INDEX);
    }

    private boolean passed(List<Stretch> stretches) throws InterruptedException {
        for (Stretch stretch : stretches) {
            if (!backlog.isEmpty(stretch.group(), stretch.topics())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        backlog.close();
    }
}
