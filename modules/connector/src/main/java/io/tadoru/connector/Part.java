package io.tadoru.connector;

import java.time.Duration;
import java.util.List;

/**
 * What makes a line one of several that tell one thing, such as a mail's or a session's: made with its event, used where these
 * lines meet.
 *
 * @param key the same for all of them; begins with the stage, for what one stage puts together the next may use
 * @param within how long after the one before a line belongs to the same thing still, in event time: numbers are used again
 * @param keep how long after receipt a line is remembered for others
 * @param share fields that they tell each other
 * @param gets whether this line gets what the others tell; else it only tells
 * @param sights what to see in the event once it is complete
 */
public record Part(String key, Duration within, Duration keep, List<String> share, boolean gets, List<Sight> sights) {
    public Part {
        share = List.copyOf(share);
        sights = List.copyOf(sights);
    }
}
