package io.tadoru.detection.indicator;

import io.tadoru.detection.Indicator;
import java.util.Optional;

/**
 * What an installation says of a list.
 *
 * @param name whose word all of it is; empty to go by what the list says, or by its file's name
 * @param form empty to tell by the content
 * @param confidence of entries that say none
 */
public record ListOptions(Optional<String> name, Optional<Form> form, int confidence) {
    /** Nothing. */
    public static ListOptions none() {
        return new ListOptions(Optional.empty(), Optional.empty(), Indicator.UNSAID);
    }
}
