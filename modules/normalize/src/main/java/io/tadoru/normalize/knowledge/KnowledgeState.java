package io.tadoru.normalize.knowledge;

import java.util.List;

/**
 * By what events are examined at the moment, for whoever asks how this process does.
 *
 * @param rulesOffset up to where {@code tadoru.rules} has been read
 * @param indicatorsOffset up to where {@code tadoru.indicators} has been read
 * @param faults what is not in force as it was meant: rules that cannot be used, lists that cannot be read or fetched
 */
public record KnowledgeState(int rules, int indicators, long rulesOffset, long indicatorsOffset, List<String> faults) {
    private static final int MOST_FAULTS = 50;

    public KnowledgeState {
        faults = faults.stream().limit(MOST_FAULTS).toList();
    }
}
