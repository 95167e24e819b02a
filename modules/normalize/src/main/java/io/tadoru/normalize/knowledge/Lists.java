package io.tadoru.normalize.knowledge;

import io.tadoru.detection.RuleException;
import io.tadoru.detection.indicator.IndicatorFiles;
import io.tadoru.detection.indicator.IndicatorList;
import io.tadoru.normalize.feed.Feed;
import io.tadoru.normalize.feed.FeedCopy;
import io.tadoru.runtime.IndicatorSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The lists of indicators that the settings name: those on disk, and the last good copies of those that are fetched. */
final class Lists {
    private final List<IndicatorSource> sources;
    private final Path stateDirectory;
    private final List<Feed> feeds;
    private final Set<Feed> underWay = ConcurrentHashMap.newKeySet();

    Lists(List<IndicatorSource> sources, Path stateDirectory) {
        this.sources = sources;
        this.stateDirectory = stateDirectory;
        this.feeds = sources.stream()
                .flatMap(source -> Feed.of(source, stateDirectory).stream())
                .toList();
    }

    /**
     * What was read.
     *
     * @param faults of lists that could not be
     * @param complete whether all lists were there; if not, what is missing may only seem to be gone
     */
    record Contents(IndicatorList list, List<String> faults, boolean complete) {}

    /** Asks for what is due, each beside the others: a slow server holds nobody up. */
    void fetch(Instant now) {
        for (Feed feed : feeds) {
            if (feed.isDue(now) && underWay.add(feed)) {
                Thread.ofVirtual().name("feed").start(() -> fetch(feed, now));
            }
        }
    }

    private void fetch(Feed feed, Instant now) {
        try {
            feed.fetch(now);
        } finally {
            underWay.remove(feed);
        }
    }

    /** What is there of them, where a change shows. */
    List<Path> places() {
        return sources.stream()
                .flatMap(source -> FeedCopy.of(source, stateDirectory).stream())
                .toList();
    }

    /** Why what should be fetched is not. */
    List<String> faults() {
        return feeds.stream().flatMap(feed -> feed.fault().stream()).toList();
    }

    Contents read() {
        List<IndicatorList> lists = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (IndicatorSource source : sources) {
            Optional<Path> copy = FeedCopy.of(source, stateDirectory);
            try {
                copy.map(path -> IndicatorFiles.load(path, FeedCopy.options(source)))
                        .ifPresent(lists::add);
            } catch (RuleException e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        return new Contents(IndicatorList.joined(lists), faults, lists.size() == sources.size());
    }
}
