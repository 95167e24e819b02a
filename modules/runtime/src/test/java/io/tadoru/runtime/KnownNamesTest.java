package io.tadoru.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownNamesTest {
    @Test
    void distanceCountsLettersToAddRemoveAndExchange() {
        assertThat(KnownNames.distance("", "abc")).isEqualTo(3);
        assertThat(KnownNames.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(KnownNames.distance("same", "same")).isZero();
    }
}
