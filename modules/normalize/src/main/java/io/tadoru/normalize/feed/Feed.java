package io.tadoru.normalize.feed;

import io.tadoru.detection.RuleException;
import io.tadoru.detection.indicator.IndicatorFiles;
import io.tadoru.detection.indicator.MispManifest;
import io.tadoru.runtime.IndicatorSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A list, or a MISP feed of many, that somebody publishes by HTTP. One thread at a time fetches it. */
public final class Feed {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 12;

    private final IndicatorSource source;
    private final URI url;
    private final Path copy;
    private final Download download;
    private Instant next = Instant.MIN;
    private int failures;
    private Optional<String> fault = Optional.empty();

    private Feed(IndicatorSource source, URI url, Path copy, Download download) {
        this.source = source;
        this.url = url;
        this.copy = copy;
        this.download = download;
    }

    /** The feed of a source; empty for one that is on this machine's disk. */
    public static Optional<Feed> of(IndicatorSource source, Path stateDirectory) {
        return of(source, stateDirectory, new Download(IndicatorFiles.MOST_BYTES, PATIENCE));
    }

    static Optional<Feed> of(IndicatorSource source, Path stateDirectory, Download download) {
        return source.url().map(url -> new Feed(source, url, FeedCopy.kept(url, source, stateDirectory), download));
    }

    /** Whether it is time to ask again. */
    public synchronized boolean isDue(Instant now) {
        return !now.isBefore(next);
    }

    /** Why the last attempt failed; empty when it did not. */
    public synchronized Optional<String> fault() {
        return fault;
    }

    /** Asks for it, keeps what is new and fit to be read, and sets when to ask again; never throws. */
    public void fetch(Instant now) {
        try {
            if (FeedCopy.isFeed(url, source)) {
                events();
            } else {
                list();
            }
            ended(now.plus(source.refresh()), 0, Optional.empty());
        } catch (IOException | RuleException e) {
            ended(now.plus(pause()), failures + 1, Optional.of(url.getHost() + ": " + reason(e)));
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private synchronized void ended(Instant again, int failed, Optional<String> why) {
        next = again;
        failures = failed;
        fault = why;
    }

    /** Doubled with each failure, and never longer than it would be without one. */
    private synchronized Duration pause() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration longest = source.refresh().compareTo(LONGEST_PAUSE) < 0 ? source.refresh() : LONGEST_PAUSE;
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private void list() throws IOException {
        Optional<Download.Fetched> fetched = download.get(url, copy);
        if (fetched.isPresent()) {
            IndicatorFiles.load(
                    fetched.get().file(), FeedCopy.options(source)); // else it is no list, but an error page
            keep(fetched.get(), copy);
        }
    }

    private static void keep(Download.Fetched fetched, Path copy) throws IOException {
        Files.move(fetched.file(), copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        fetched.validators().write(copy);
    }

    /** The manifest is kept last: until all its events are here, the one before stands. */
    private void events() throws IOException {
        URI manifest = url.toString().endsWith("/") ? url.resolve(MispManifest.NAME) : url;
        Optional<Download.Fetched> fetched = download.get(manifest, copy);
        if (fetched.isEmpty()) {
            return;
        }
        Map<String, String> before = Files.exists(copy) ? MispManifest.read(copy) : Map.of();
        Map<String, String> now = MispManifest.read(fetched.get().file());
        for (Map.Entry<String, String> event : now.entrySet()) {
            Path file = copy.resolveSibling(event.getKey() + ".json");
            if (!Files.exists(file) || !event.getValue().equals(before.get(event.getKey()))) {
                event(manifest.resolve(event.getKey() + ".json"), file);
            }
        }
        keep(fetched.get(), copy);
        forget(before, now);
    }

    private void event(URI from, Path file) throws IOException {
        Optional<Download.Fetched> fetched = download.get(from, file);
        if (fetched.isPresent()) {
            IndicatorFiles.load(fetched.get().file(), FeedCopy.options(source));
            keep(fetched.get(), file);
        }
    }

    private void forget(Map<String, String> before, Map<String, String> now) throws IOException {
        for (String event : before.keySet()) {
            if (!now.containsKey(event)) {
                Files.deleteIfExists(copy.resolveSibling(event + ".json"));
            }
        }
    }
}
