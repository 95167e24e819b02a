package io.tadoru.normalize.knowledge;

import io.tadoru.detection.Rule;
import io.tadoru.detection.RuleException;
import io.tadoru.detection.RuleSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a folder of rules is to be published: each file under the id of its first rule. A file that cannot be used as it
 * stands does not replace one that could.
 */
final class RuleFolder {
    private final Map<String, Held<PublishedRule>> held;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    private RuleFolder(RuleSet rules, Map<String, Held<PublishedRule>> held) {
        this.held = held;
        held.forEach((key, rule) -> keys.put(rule.value().path(), key));
        for (Rule rule : rules.rules()) {
            ids.putIfAbsent(rule.file().toString(), rule.ref().id());
        }
        for (RuleException e : rules.refused()) {
            refused.add(e.file());
        }
    }

    /** The files by the keys under which they are published. */
    static Map<String, PublishedRule> of(
            Map<String, String> texts, RuleSet rules, Map<String, Held<PublishedRule>> held) {
        RuleFolder folder = new RuleFolder(rules, held);
        Map<String, PublishedRule> wanted = new TreeMap<>();
        texts.forEach((path, text) -> folder.add(PublishedRule.of(path, text), wanted));
        return wanted;
    }

    private void add(PublishedRule file, Map<String, PublishedRule> wanted) {
        String before = keys.getOrDefault(file.path(), "");
        Held<PublishedRule> there = held.get(before);
        if (refused.contains(file.path()) && there != null) {
            wanted.put(before, there.value());
        } else if (!refused.contains(file.path()) || ids.containsKey(file.path())) {
            String key = ids.getOrDefault(file.path(), file.path());
            wanted.putIfAbsent(wanted.containsKey(key) ? file.path() : key, file);
        }
    }
}
