package io.tadoru.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a host itself was heard: told to assembly beside the host's marks, so that a dead agent is not taken for an innocent
 * one, nor a gateway for blind to a laptop that was at home.
 *
 * @param agent when its own endpoint protection was heard, event time
 * @param network when it had an address of the office, event time
 * @param away when its agent said that it had others only, event time
 */
public record Presence(List<Span> agent, List<Span> network, List<Span> away) {
    /** Nothing is known of the host but its marks. */
    public static final Presence UNKNOWN = new Presence(List.of(), List.of(), List.of());

    /** An agent with nothing to tell still tells so within this time. */
    static final Duration AGENT_SPEAKS_WITHIN = Duration.ofHours(12);
    /** A lease that was seen speaks for the working day after it. */
    private static final Duration LEASE_SPEAKS_FOR = Duration.ofHours(12);

    /** An agent away speaks for the hours around it: people do not come and go by the minute. */
    private static final Duration AWAY_SPEAKS_FOR = Duration.ofHours(3);

    private static final Duration SOON_AFTER = Duration.ofHours(1);

    /** From the first to the last sighting of a run of them. */
    public record Span(Instant from, Instant to) {
        boolean meets(Instant since, Instant until) {
            return !to.isBefore(since) && !from.isAfter(until);
        }
    }

    public Presence {
        agent = List.copyOf(agent);
        network = List.copyOf(network);
        away = List.copyOf(away);
    }

    /** Whether the host's agent was heard around that time; empty when nothing is known of the host at all. */
    Optional<Boolean> agentHeard(Instant from, Instant to) {
        return agent.isEmpty() && network.isEmpty()
                ? Optional.empty()
                : Optional.of(agent.stream()
                        .anyMatch(s -> s.meets(from.minus(AGENT_SPEAKS_WITHIN), to.plus(AGENT_SPEAKS_WITHIN))));
    }

    /** Whether it was on the office's network then; empty when no log ever tells. */
    Optional<Boolean> onNetwork(Instant from, Instant to) {
        boolean elsewhere = away.stream().anyMatch(s -> s.meets(from.minus(AWAY_SPEAKS_FOR), to.plus(SOON_AFTER)));
        return network.isEmpty() && !elsewhere
                ? Optional.empty()
                : Optional.of(!elsewhere
                        && network.stream().anyMatch(s -> s.meets(from.minus(LEASE_SPEAKS_FOR), to.plus(SOON_AFTER))));
    }
}
