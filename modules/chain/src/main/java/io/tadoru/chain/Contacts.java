package io.tadoru.chain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What went out of a chain's host to whom it should not: a lower bound, for only lines that tell are counted.
 *
 * @param first when the first session began, null without any
 * @param lines how many log lines tell of a contact, refused ones too
 * @param bytesOut bytes that left the office in them; 0 when no line tells
 * @param afterQuarantine how many kinds of lines tell of something that began after the quarantine
 */
public record Contacts(@Nullable Instant first, long lines, long bytesOut, int afterQuarantine) {
    static Contacts of(List<Node> members, @Nullable Instant quarantined) {
        List<Node> spoke = members.stream().filter(Node::speaksOutside).toList();
        return new Contacts(
                spoke.stream()
                        .map(n -> n.mark().start())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                spoke.stream().mapToLong(Node::count).sum(),
                bytes(spoke),
                quarantined == null
                        ? 0
                        : Math.toIntExact(members.stream()
                                .filter(n -> n.runsAfter(quarantined))
                                .count()));
    }

    /** A session may be marked by several rules, and is counted once. */
    private static long bytes(List<Node> spoke) {
        return spoke.stream()
                .collect(Collectors.toMap(
                        n -> n.mark().eventHash(), n -> n.fold().bytesOut(), Math::max))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
