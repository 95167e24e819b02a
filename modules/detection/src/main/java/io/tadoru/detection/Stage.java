package io.tadoru.detection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The part that a mark plays in a chain: an ATT&amp;CK tactic by its own name, or one of Tadoru's three. */
public enum Stage {
    RECONNAISSANCE,
    RESOURCE_DEVELOPMENT,
    INITIAL_ACCESS,
    EXECUTION,
    PERSISTENCE,
    PRIVILEGE_ESCALATION,
    DEFENSE_EVASION,
    CREDENTIAL_ACCESS,
    DISCOVERY,
    LATERAL_MOVEMENT,
    COLLECTION,
    COMMAND_AND_CONTROL,
    EXFILTRATION,
    IMPACT,
    /** A layer called something bad. */
    DETECTION,
    /** A layer acted on it. */
    RESPONSE,
    /** Mail in our people's names. */
    IMPERSONATION;

    /** ATT&amp;CK 19 tells two sorts of defense evasion apart; here they play one part. */
    private static final Set<String> LATER_NAMES = Set.of("STEALTH", "DEFENSE_IMPAIRMENT");

    /** The form in documents, rules' tags and definitions: {@code initial-access}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stage of that name, with hyphens or underscores; empty when there is none. */
    public static Optional<Stage> of(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        if (LATER_NAMES.contains(name)) {
            return Optional.of(DEFENSE_EVASION);
        }
        return Arrays.stream(values()).filter(s -> s.name().equals(name)).findFirst();
    }
}
