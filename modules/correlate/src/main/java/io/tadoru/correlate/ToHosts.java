package io.tadoru.correlate;

import io.tadoru.chain.Decision;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** A decision lies where the marks of its host lie; an entry of the allow-list, whichever hosts it names, lies everywhere. */
final class ToHosts implements StreamPartitioner<String, Object> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Object value, int partitions) {
        boolean everywhere = value instanceof Decision d && d.kind() == Decision.Kind.ALLOW;
        // Otherwise by the key, as marks are partitioned.
        return everywhere
                ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
                : Optional.empty();
    }
}
