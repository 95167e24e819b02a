package io.tadoru.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tadoru.event.Strength;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;

/**
 * A host that an identity may have been with at a time.
 *
 * @param distance from the nearest sighting; zero inside a run
 * @param shared other hosts hold the identity at the same time just as strongly, or many about it: it never decides alone
 */
public record Candidate(String host, Strength strength, When when, Duration distance, boolean shared) {
    /** Where the time lies as seen from the run, best first. */
    public enum When {
        INSIDE,
        BEFORE,
        AFTER
    }

    /**
     * Best first among candidates of <em>different</em> identities of one party: inside a run, undisputed, then as of the
     * same day the stronger, then the nearer. (Yesterday's lease says more than last month's logon.)
     */
    static final Comparator<Candidate> AMONG_IDENTITIES = Comparator.comparing(Candidate::when)
            .thenComparing(Candidate::shared)
            .thenComparingLong(c -> c.distance().toDays())
            .thenComparing(Candidate::strength, Comparator.reverseOrder())
            .thenComparing(Candidate::distance);

    /** Listed as the identity's own, or seen with it within a day. */
    @JsonIgnore
    boolean isOwn() {
        return strength == Strength.INVENTORY || distance.toDays() < 1;
    }

    /** For people: what tied the identity to the host, and how long before or after the line. */
    @JsonIgnore
    public String basis() {
        String what = strength.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (when) {
            case INSIDE -> what;
            case BEFORE -> what + " " + roughly() + " before";
            case AFTER -> what + " " + roughly() + " after";
        };
    }

    /** As people say it, so that there are few different ones. */
    private String roughly() {
        if (distance.toHours() >= 48) {
            return distance.toDays() + " d";
        }
        return distance.toMinutes() >= 120 ? distance.toHours() + " h" : distance.toMinutes() + " min";
    }
}
