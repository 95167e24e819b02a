package io.tadoru.serve.notify;

import java.time.Instant;

/**
 * Something that still has to be delivered.
 *
 * @param channel the courier's name
 * @param step 0 for the first who is told, 1 for whom is told when that one does not answer, and so on
 * @param gravity of the rise that is told
 * @param since when it was first wanted
 * @param due not before
 * @param attempts that failed so far
 */
record Errand(String channel, int step, int gravity, Instant since, Instant due, int attempts) {

    Errand at(Instant when) {
        return new Errand(channel, step, gravity, since, when, attempts);
    }

    Errand again(Instant when) {
        return new Errand(channel, step, gravity, since, when, attempts + 1);
    }

    boolean same(Errand other) {
        return channel.equals(other.channel) && step == other.step && gravity == other.gravity;
    }
}
