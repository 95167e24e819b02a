package io.tadoru.pipeline;

import io.tadoru.detection.Detector;
import io.tadoru.detection.Indicators;
import io.tadoru.detection.RuleSet;
import io.tadoru.detection.indicator.IndicatorFiles;
import io.tadoru.detection.indicator.IndicatorList;
import io.tadoru.detection.indicator.ListOptions;
import io.tadoru.normalize.feed.FeedCopy;
import io.tadoru.runtime.IndicatorSource;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules and indicators of a run over files, read once; a stream has them from its topics, where they change.
 *
 * @param files the lists that were read
 */
public record Detection(Detector detector, List<Path> files) {
    private static final Logger LOG = LoggerFactory.getLogger(Detection.class);
    private static final int MOST_SAID = 20;

    /**
     * Reads the rules' folder, the lists of the settings, and more.
     *
     * @throws io.tadoru.detection.RuleException when a folder, a pipeline or a list cannot be read, naming file and line
     */
    public static Detection load(Settings settings, List<Path> more) {
        List<Path> files = new ArrayList<>();
        List<IndicatorList> lists = new ArrayList<>();
        for (IndicatorSource source : settings.get(SettingList.DETECTION_INDICATORS)) {
            Optional<Path> copy = FeedCopy.of(source, settings.get(SettingList.STATE_DIRECTORY));
            copy.ifPresentOrElse(files::add, () -> LOG.warn("{} has never been fetched here", source.place()));
            copy.map(path -> IndicatorFiles.load(path, FeedCopy.options(source)))
                    .ifPresent(lists::add);
        }
        files.addAll(more);
        more.forEach(path -> lists.add(IndicatorFiles.load(path, ListOptions.none())));
        IndicatorList indicators = IndicatorList.joined(lists);
        say(
                "indicator left out: {}",
                indicators.warnings().stream(),
                indicators.warnings().size());
        return new Detection(
                new Detector(rules(settings.get(SettingList.RULES_DIRECTORY)), Indicators.of(indicators.indicators())),
                List.copyOf(files));
    }

    /** What cannot be used is said and left out: among the rules of others there always are some. */
    private static RuleSet rules(Path folder) {
        RuleSet rules = RuleSet.load(folder);
        say(
                "rule refused: {}",
                rules.refused().stream().map(Throwable::getMessage),
                rules.refused().size());
        return rules;
    }

    private static void say(String what, Stream<String> all, int count) {
        all.limit(MOST_SAID).forEach(one -> LOG.warn(what, one));
        if (count > MOST_SAID) {
            LOG.warn("... {} in all", count);
        }
    }
}
