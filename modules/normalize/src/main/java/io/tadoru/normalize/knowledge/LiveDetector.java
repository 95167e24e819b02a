package io.tadoru.normalize.knowledge;

import io.tadoru.detection.Detector;
import io.tadoru.detection.Indicators;
import io.tadoru.detection.RuleException;
import io.tadoru.detection.RuleSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Examines events by the rules and indicators of the moment; the next event meets the next ones. */
final class LiveDetector {
    private final Function<Map<String, String>, RuleSet> compiler;
    private final AtomicReference<Detector> now = new AtomicReference<>(new Detector(new RuleSet(List.of())));
    private final Map<String, String> lastGood = new HashMap<>();
    private Map<String, String> texts = Map.of();
    private RuleSet rules = new RuleSet(List.of());
    private List<RuleException> refused = List.of();
    private List<RuleException> wrong = List.of();

    /** With what makes rules of their files' texts, by path. */
    LiveDetector(Function<Map<String, String>, RuleSet> compiler) {
        this.compiler = compiler;
    }

    /** What events meet at the moment. */
    Detector now() {
        return now.get();
    }

    /**
     * From now on by these. A file that cannot be used leaves the last version of it in force that could be.
     *
     * @param again whether to compile, though no text has changed
     */
    synchronized void swap(Map<String, String> files, Indicators indicators, boolean again) {
        if (again || !files.equals(texts)) {
            compile(files);
            texts = Map.copyOf(files);
        }
        now.set(new Detector(rules, indicators));
    }

    private void compile(Map<String, String> files) {
        try {
            RuleSet asWritten = compiler.apply(files);
            refused = asWritten.refused();
            wrong = List.of();
            rules = patched(files, asWritten);
        } catch (RuleException e) {
            wrong = List.of(e); // a pipeline: no rule can be read, so all stay as they are
        }
    }

    private RuleSet patched(Map<String, String> files, RuleSet asWritten) {
        Set<String> bad = new HashSet<>();
        asWritten.refused().forEach(e -> bad.add(e.file()));
        Map<String, String> patched = new TreeMap<>(files);
        bad.forEach(path -> patched.computeIfPresent(path, (p, text) -> lastGood.getOrDefault(p, text)));
        lastGood.keySet().retainAll(files.keySet());
        files.forEach((path, text) -> {
            if (!bad.contains(path)) {
                lastGood.put(path, text);
            }
        });
        return patched.equals(files) ? asWritten : compiler.apply(patched);
    }

    /** Why no rule at all could be read, if so. */
    synchronized Optional<RuleException> stuck() {
        return wrong.stream().findFirst();
    }

    /** What could not be used as it stands, and why. */
    synchronized List<RuleException> refused() {
        return wrong.isEmpty() ? refused : wrong;
    }

    synchronized int rules() {
        return rules.rules().size();
    }
}
