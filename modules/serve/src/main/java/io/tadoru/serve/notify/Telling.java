package io.tadoru.serve.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What has been told of a chain and what is still to be delivered, on {@code tadoru.notifications}. Each method is what
 * becomes of it, and pure; what is delivered is written down afterwards, so that a crash between the two tells twice rather
 * than never.
 *
 * @param partition of {@code tadoru.chains} that the chain is on: whoever reads that delivers
 * @param told the gravity that was told last, 0 for none
 * @param heard when the chain was last heard of
 * @param change grows with each that is written down, so that an older one read back late is known as such
 */
record Telling(News news, int partition, int told, Instant heard, List<Errand> errands, long change) {
    Telling {
        errands = List.copyOf(errands);
    }

    /**
     * After a revision was heard.
     *
     * @param before of this chain, and of those that went into it
     */
    static Telling hear(News news, int partition, Collection<Telling> before, Instant now, Policy policy) {
        int told = before.stream().mapToInt(Telling::told).max().orElse(0);
        long change = before.stream().mapToLong(Telling::change).max().orElse(0);
        List<Errand> open = before.stream()
                .filter(t -> t.news.chain().equals(news.chain()))
                .flatMap(t -> t.errands.stream().map(e -> t.news.says(news) ? e : e.at(settled(e, now, policy))))
                .toList();
        int wanted = policy.worth(news) ? news.gravity() : 0;
        int underway = open.stream().mapToInt(Errand::gravity).max().orElse(0);
        List<Errand> errands = wanted > Math.max(told, underway) ? first(wanted, now, policy) : open;
        List<Errand> left = errands.stream().filter(e -> wanted(e, news)).toList();
        return new Telling(news, partition, told, now, left, change + 1);
    }

    private static Instant settled(Errand errand, Instant now, Policy policy) {
        return errand.step() == 0 && errand.attempts() == 0 ? policy.settled(errand.since(), now) : errand.due();
    }

    private static List<Errand> first(int gravity, Instant now, Policy policy) {
        return policy.receivers().keySet().stream()
                .sorted()
                .map(channel -> new Errand(channel, 0, gravity, now, policy.settled(now, now), 0))
                .toList();
    }

    private static boolean wanted(Errand errand, News news) {
        return !news.over() && (errand.step() == 0 || !news.acknowledged());
    }

    /** Whether there is anything in it that must outlive this process. */
    boolean matters() {
        return told > 0 || !errands.isEmpty();
    }

    List<Errand> due(Instant now) {
        return errands.stream().filter(e -> !e.due().isAfter(now)).toList();
    }

    Telling delivered(Errand errand, Instant now, Policy policy) {
        List<Errand> left = without(errand);
        next(errand, left, now, policy).ifPresent(left::add);
        return new Telling(news, partition, Math.max(told, errand.gravity()), heard, left, change + 1);
    }

    /** Whoever comes next is told in time also when this one cannot be reached. */
    Telling failed(Errand errand, Instant now, Policy policy) {
        List<Errand> left = without(errand);
        if (left.size() == errands.size()) {
            return this; // it is no longer wanted
        }
        next(errand, left, now, policy).ifPresent(left::add);
        if (!policy.hopeless(errand, now)) {
            left.add(errand.again(policy.retry(errand, now)));
        }
        return new Telling(news, partition, told, heard, left, change + 1);
    }

    private List<Errand> without(Errand errand) {
        return new ArrayList<>(errands.stream().filter(e -> !e.same(errand)).toList());
    }

    private Optional<Errand> next(Errand errand, List<Errand> open, Instant now, Policy policy) {
        Errand next =
                new Errand(errand.channel(), errand.step() + 1, errand.gravity(), now, now.plus(policy.patience()), 0);
        boolean needed = policy.hasNext(errand) && wanted(next, news) && errand.attempts() == 0;
        return needed && open.stream().noneMatch(next::same) ? Optional.of(next) : Optional.empty();
    }
}
