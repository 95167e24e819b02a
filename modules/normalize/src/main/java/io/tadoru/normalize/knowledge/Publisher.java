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
import java.util.TreeMap;
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

    private static final int LONGEST = 1 << 20;

    private final Path rulesFolder;
    private final Lists lists;
    private final Function<Map<String, String>, RuleSet> compiler;
    private final Known known;
    private final TopicsWriter topics;
    private @Nullable Stamp pipelinesStamp;
    private @Nullable Stamp rulesStamp;
    private @Nullable Stamp listsStamp;
    private volatile List<String> ruleFaults = List.of();
    private volatile List<String> listFaults = List.of();

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
        Stamp pipelines = Stamp.of(List.of(rulesFolder.resolve("pipelines")));
        boolean again = !pipelines.equals(pipelinesStamp);
        Stamp rules = Stamp.of(List.of(rulesFolder.resolve("sigma")));
        if (again || !rules.equals(rulesStamp)) {
            rules();
        }
        Stamp places = Stamp.of(lists.places());
        if (!places.equals(listsStamp)) {
            lists();
        }
        pipelinesStamp = pipelines; // not before: what failed is tried again
        rulesStamp = rules;
        listsStamp = places;
        return again;
    }

    /** A folder that is not there says nothing: the rules may come from another process. */
    private void rules() {
        Map<String, Held<PublishedRule>> held = known.rules();
        List<String> faults = new ArrayList<>();
        if (Files.isDirectory(rulesFolder.resolve("sigma"))) {
            rules(held, faults);
        } else if (held.isEmpty()) {
            faults.add("no rules: " + rulesFolder.resolve("sigma") + " is no folder");
        }
        ruleFaults = faults;
    }

    private void rules(Map<String, Held<PublishedRule>> held, List<String> faults) {
        try {
            Map<String, String> texts = new TreeMap<>(RuleSet.texts(rulesFolder));
            texts.values()
                    .removeIf(text ->
                            text.length() > LONGEST && faults.add("a file of rules is too long to be published"));
            RuleSet compiled = compiler.apply(texts);
            compiled.refused().forEach(e -> faults.add(String.valueOf(e.getMessage())));
            Map<String, PublishedRule> wanted = RuleFolder.of(texts, compiled, held);
            others(wanted, held, faults);
            rules(wanted, held);
        } catch (RuleException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    private static void others(
            Map<String, PublishedRule> wanted, Map<String, Held<PublishedRule>> held, List<String> faults) {
        wanted.forEach((key, rule) -> {
            Held<PublishedRule> there = held.get(key);
            if (there != null && !there.ours() && !there.value().equals(rule)) {
                faults.add(rule.path() + ": others have published a rule " + key + ", which is left alone");
            }
        });
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
