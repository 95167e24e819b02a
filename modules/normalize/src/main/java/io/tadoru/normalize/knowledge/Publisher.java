package io.tadoru.normalize.knowledge;

import io.tadoru.detection.Indicator;
import io.tadoru.detection.RuleException;
import io.tadoru.detection.RuleSet;
import io.tadoru.runtime.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what changed on this machine's disk to the topics: only what differs, and tombstones for what was ours and is gone. A
 * process whose disk does not change writes nothing, so that two of them never argue.
 */
final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Path rulesFolder;
    private final Lists lists;
    private final Function<Map<String, String>, RuleSet> compiler;
    private final Known known;
    private final TopicsWriter topics;
    private @Nullable Stamp rulesStamp;
    private @Nullable Stamp listsStamp;
    private List<String> ruleFaults = List.of();
    private List<String> listFaults = List.of();

    Publisher(
            Path rulesFolder,
            Lists lists,
            Function<Map<String, String>, RuleSet> compiler,
            Known known,
            TopicsWriter topics) {
        this.rulesFolder = rulesFolder;
        this.lists = lists;
        this.compiler = compiler;
        this.known = known;
        this.topics = topics;
    }

    /** Looks once; whether rules have to be compiled again even if none of them changed. */
    boolean look() {
        if (!known.hasRead(topics.written(Topics.RULES), topics.written(Topics.INDICATORS))) {
            return false; // what we wrote last is not known yet: what of it is gone would not be seen
        }
        Stamp rules = Stamp.of(Stream.of(rulesFolder.resolve("sigma"), rulesFolder.resolve("pipelines"))
                .filter(Files::isDirectory)
                .toList());
        boolean changed = !rules.equals(rulesStamp);
        if (changed) {
            rules();
            rulesStamp = rules; // not before: what failed is tried again
        }
        Stamp places = Stamp.of(lists.places());
        if (!places.equals(listsStamp)) {
            lists();
            listsStamp = places;
        }
        return changed;
    }

    /** A folder that is not there says nothing: the rules may come from another process. */
    private void rules() {
        Map<String, Held<PublishedRule>> held = known.rules();
        if (!Files.isDirectory(rulesFolder.resolve("sigma"))) {
            ruleFaults =
                    held.isEmpty() ? List.of("no rules: " + rulesFolder.resolve("sigma") + " is no folder") : List.of();
            return;
        }
        try {
            Map<String, String> texts = RuleSet.texts(rulesFolder);
            RuleSet compiled = compiler.apply(texts);
            ruleFaults = compiled.refused().stream()
                    .map(RuleException::getMessage)
                    .map(String::valueOf)
                    .toList();
            rules(RuleFolder.of(texts, compiled, held), held);
        } catch (RuleException e) {
            ruleFaults = List.of(String.valueOf(e.getMessage()));
        }
    }

    private void rules(Map<String, PublishedRule> wanted, Map<String, Held<PublishedRule>> held) {
        int[] written = {0, 0};
        wanted.forEach((key, rule) -> {
            if (Held.differs(held.get(key), rule)) {
                topics.rule(key, rule);
                written[0]++;
            }
        });
        held.forEach((key, there) -> {
            if (there.ours() && !wanted.containsKey(key)) {
                topics.noRule(key);
                written[1]++;
            }
        });
        topics.flush();
        said("rules", written[0], written[1]);
    }

    private void lists() {
        Lists.Contents contents = lists.read();
        List<String> faults = new ArrayList<>(contents.faults());
        faults.addAll(contents.list().warnings());
        listFaults = faults;
        List<Indicator> wanted = contents.list().indicators();
        List<Indicator> missing = known.missing(wanted);
        missing.forEach(indicator -> topics.indicator(indicator.key(), indicator));
        List<Indicator> gone = contents.complete() ? known.gone(wanted) : List.of();
        gone.forEach(indicator -> topics.noIndicator(indicator.key()));
        topics.flush();
        said("indicators", missing.size(), gone.size());
    }

    private static void said(String what, int written, int gone) {
        if (written + gone > 0) {
            LOG.info("{}: {} published, {} taken back", what, written, gone);
        }
    }

    /** What of it cannot be used, at the last look. */
    List<String> faults() {
        return Stream.of(ruleFaults, lists.faults(), listFaults)
                .flatMap(List::stream)
                .toList();
    }
}
