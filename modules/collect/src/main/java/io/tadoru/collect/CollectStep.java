package io.tadoru.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first step of a line's walk: listens and reads for all sources, and hands on to {@code tadoru.raw}. */
public final class CollectStep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CollectStep.class);

    private final Map<String, Listener> listeners = new LinkedHashMap<>();
    private final List<CompletableFuture<Void>> files = new ArrayList<>();
    private final Counters counters = new Counters();
    private final CollectSettings settings;
    private final Intake intake;

    private CollectStep(CollectSettings settings, RawSender sender) {
        this.settings = settings;
        this.intake = new Intake(sender, counters);
    }

    /**
     * Starts listening and reading. The sender stays the caller's to close, after this.
     *
     * @throws IllegalArgumentException when two sources have the same name
     * @throws java.io.UncheckedIOException when a port cannot be had; nothing listens then
     */
    public static CollectStep start(CollectSettings settings, List<SourceInput> sources, RawSender sender) {
        CollectStep step = new CollectStep(settings, sender);
        try {
            step.start(sources);
        } catch (RuntimeException e) {
            step.close();
            throw e;
        }
        LOG.info("Collecting from {} sources", sources.size());
        return step;
    }

    /**
     * The port on which a source is listened for, the HTTP port for sources that come by HTTP.
     *
     * @throws IllegalArgumentException when no source of this name listens
     */
    public int port(String source) {
        Listener listener = listeners.get(source);
        if (listener == null || listener.port() == 0) {
            throw new IllegalArgumentException("No source listens by the name " + source);
        }
        return listener.port();
    }

    /** Done when all files that are not followed have been read and every line of them is safe; failed when one cannot be read. */
    public CompletableFuture<Void> filesRead() {
        return CompletableFuture.allOf(files.toArray(CompletableFuture[]::new));
    }

    /** What happened so far. */
    public Counters counters() {
        return counters;
    }

    @Override
    public void close() {
        listeners.values().stream().distinct().forEach(Listener::close);
        LOG.info("Collecting ended");
    }

    private void start(List<SourceInput> sources) {
        Map<String, SourceInput> http = new HashMap<>();
        for (SourceInput source : sources) {
            if (listeners.containsKey(source.name()) || http.containsKey(source.name())) {
                throw new IllegalArgumentException("Two sources are named " + source.name());
            }
            start(source, http);
        }
        if (!http.isEmpty()) {
            HttpListener listener = HttpListener.start(http, settings, intake);
            http.keySet().forEach(name -> listeners.put(name, listener));
        }
    }

    private void start(SourceInput source, Map<String, SourceInput> http) {
        switch (source.input()) {
            case SourceInput.SyslogTcp tcp ->
                listeners.put(source.name(), SyslogTcpListener.start(source, tcp, settings, intake));
            case SourceInput.SyslogUdp udp ->
                listeners.put(source.name(), SyslogUdpListener.start(source, udp, intake));
            case SourceInput.Http listed -> http.put(source.name(), source);
            case SourceInput.File file -> start(source, file);
        }
    }

    private void start(SourceInput source, SourceInput.File file) {
        FileTailer tailer = FileTailer.start(source, file, settings.checkpoints(), intake);
        listeners.put(source.name(), tailer);
        if (!file.follow()) {
            files.add(tailer.finished());
        }
    }
}
