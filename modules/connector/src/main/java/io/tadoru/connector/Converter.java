package io.tadoru.connector;

import org.jspecify.annotations.Nullable;

/** Makes one value of another; null when it is none of that kind, and then the value stays with the vendor's. */
@FunctionalInterface
interface Converter {
    @Nullable
    Object convert(String value, Draft draft);
}
