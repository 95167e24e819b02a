package io.tadoru.connector;

import io.tadoru.event.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a vendor's word for what it did probably means. */
final class VerdictGuess {
    private static final Map<Verdict, List<String>> WORDS = words();

    private VerdictGuess() {}

    /** In the order in which they are looked for: "quarantine failed" is a failure. */
    private static Map<Verdict, List<String>> words() {
        Map<Verdict, List<String>> words = new LinkedHashMap<>();
        words.put(Verdict.FAILED, List.of("fail", "unable", "unsuccess", "失敗"));
        words.put(Verdict.QUARANTINED, List.of("quarant", "hold", "held", "隔離"));
        words.put(Verdict.CLEANED, List.of("clean", "delet", "remov", "repair", "駆除", "削除"));
        words.put(
                Verdict.BLOCKED,
                List.of("block", "den", "drop", "reject", "refus", "reset", "discard", "遮断", "拒否", "破棄"));
        words.put(Verdict.DETECTED, List.of("detect", "alert", "found", "warn", "検出", "検知"));
        words.put(Verdict.PASSED, List.of("allow", "pass", "permit", "accept", "deliver", "ok", "許可", "通過"));
        return words;
    }

    /** Empty for a word that nobody would understand so. */
    static Optional<Verdict> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(words -> words.getValue().stream().anyMatch(lower::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
