package io.tadoru.serve.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What is worth telling, to how many in turn, and how long is waited for what.
 *
 * @param severity the least that is told
 * @param receivers how many can be told one after the other, by channel
 * @param settle a chain is told when it has not changed for so long, or at the latest after three times that: its first
 *     lines seldom tell the whole story
 * @param patience the next one is told when nobody has acknowledged after this
 */
record Policy(String severity, Map<String, Integer> receivers, Duration settle, Duration patience) {
    /** Older revisions are history: somebody starts to be told today, not of last year. */
    private static final Duration NEWS = Duration.ofHours(24);
    /** A receiver that cannot be reached for so long is given up. */
    private static final Duration PERSISTENCE = Duration.ofHours(24);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 10;
    private static final int LATEST = 3;

    Policy {
        receivers = Map.copyOf(receivers);
    }

    boolean worth(News news) {
        return news.gravity() > 0 && news.atLeast(severity);
    }

    boolean fresh(News news, Instant now) {
        return news.knownAt().isAfter(now.minus(NEWS));
    }

    boolean hasNext(Errand errand) {
        return errand.step() + 1 < receivers.getOrDefault(errand.channel(), 0);
    }

    /** Once it is quiet, but not for ever: a chain that changes all the time is told too. */
    Instant settled(Instant since, Instant now) {
        Instant quiet = now.plus(settle);
        Instant latest = since.plus(settle.multipliedBy(LATEST));
        return quiet.isBefore(latest) ? quiet : latest;
    }

    /** After a failure: one second, two, four, at most five minutes. */
    Instant retry(Errand errand, Instant now) {
        Duration pause = Duration.ofSeconds(1L << Math.min(errand.attempts(), DOUBLINGS));
        return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    boolean hopeless(Errand errand, Instant now) {
        return now.isAfter(errand.since().plus(PERSISTENCE));
    }
}
