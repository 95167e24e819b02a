package io.tadoru.collect;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Between the listeners and the sender: a line goes where it belongs and is counted. */
final class Intake {
    private final RawSender sender;
    private final Counters counters;

    Intake(RawSender sender, Counters counters) {
        this.sender = sender;
        this.counters = counters;
    }

    /** Hands a line on; the sender makes us wait where it must. */
    CompletableFuture<Void> accept(Origin origin, @Nullable String position, Line line) {
        CompletableFuture<Void> sent =
                switch (line) {
                    case Line.Whole whole -> {
                        counters.countReceived();
                        yield sender.send(origin, position, whole.bytes());
                    }
                    case Line.TooLong tooLong -> {
                        counters.countTooLong();
                        yield sender.sendTooLong(origin, position, tooLong);
                    }
                };
        return sent.whenComplete((done, failure) -> {
            if (failure != null) {
                counters.countFailed();
            }
        });
    }

    Counters counters() {
        return counters;
    }
}
