package io.tadoru.normalize;

import io.tadoru.connector.Part;
import io.tadoru.event.Reject;
import java.util.List;

/** All that one raw record leads to. */
sealed interface Outcome {
    /**
     * A record that became an event.
     *
     * @param said of the record alone
     * @param parts in what is told in several lines; mostly none
     */
    record Normal(Said said, List<Part> parts) implements Outcome {}

    /** A record that became none. */
    record Refused(Reject reject) implements Outcome {}
}
