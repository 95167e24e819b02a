package io.tadoru.serve.notify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is on its way to people: a few at a time, each on a virtual thread, for a mail server may take its time. */
final class Deliveries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int AT_ONCE = 8;

    private final Map<String, Courier> couriers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> underway = new HashSet<>();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    /** How a delivery ended. */
    record Outcome(Notice notice, boolean delivered) {}

    Deliveries(Collection<Courier> couriers) {
        this.couriers = couriers.stream().collect(Collectors.toMap(Courier::channel, Function.identity()));
    }

    /** Begins it, unless it is under way or too many are. */
    void begin(Notice notice) {
        Courier courier = couriers.get(notice.errand().channel());
        if (courier != null && underway.size() < AT_ONCE && underway.add(key(notice))) {
            threads.execute(() -> outcomes.add(new Outcome(notice, deliver(courier, notice))));
        }
    }

    private static boolean deliver(Courier courier, Notice notice) {
        try {
            courier.deliver(notice);
            LOG.info(
                    "{} told by {}, step {}",
                    notice.news().chain(),
                    courier.channel(),
                    notice.errand().step());
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} not told by {}: {}", notice.news().chain(), courier.channel(), e.toString());
            return false;
        }
    }

    /** What has ended since the last call. */
    List<Outcome> ended() {
        List<Outcome> ended = new ArrayList<>();
        for (Outcome one = outcomes.poll(); one != null; one = outcomes.poll()) {
            underway.remove(key(one.notice()));
            ended.add(one);
        }
        return ended;
    }

    private static String key(Notice notice) {
        return notice.errand().channel() + "." + notice.id();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
