package io.tadoru.connector;

import io.tadoru.event.Fields;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields whose values are fixed words: ECS' categorisation, the layer, the verdict. */
final class Vocabulary {
    static final Map<String, List<String>> WORDS = Map.of(
            Fields.LAYER,
            Arrays.stream(Layer.values()).map(Layer::text).toList(),
            Fields.VERDICT,
            Arrays.stream(Verdict.values()).map(Verdict::text).toList(),
            "event.kind",
            words("alert asset enrichment event metric state pipeline_error signal"),
            Fields.EVENT_OUTCOME,
            words("failure success unknown"),
            Fields.EVENT_CATEGORY,
            words("api authentication configuration database driver email file host iam intrusion_detection library"
                    + " malware network package process registry session threat vulnerability web"),
            Fields.EVENT_TYPE,
            words("access admin allowed change connection creation deletion denied device end error group indicator"
                    + " info installation protocol start user"));

    private Vocabulary() {}

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    static boolean allows(String field, Object value) {
        List<String> words = WORDS.get(field);
        return words == null || words.contains(value.toString());
    }

    /** Refuses a constant that the field cannot have. */
    static void check(String field, @Nullable Spot constant) {
        if (constant != null) {
            for (Spot value : constant.list()) {
                if (!allows(field, value.constant())) {
                    throw value.wrong("a value of " + field, WORDS.getOrDefault(field, List.of()));
                }
            }
        }
    }
}
