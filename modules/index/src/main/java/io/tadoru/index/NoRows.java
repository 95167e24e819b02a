package io.tadoru.index;

import io.tadoru.event.Identity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stands in until identity has its look-up. */
final class NoRows implements BindingRows {
    @Override
    public void put(byte[] key, byte @Nullable [] value) {
        // nothing is kept
    }

    @Override
    public Optional<Found> find(Identity identity, Instant at) {
        return Optional.empty();
    }
}
