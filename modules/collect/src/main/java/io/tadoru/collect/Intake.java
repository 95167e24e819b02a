package io.tadoru.collect;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Between the listeners and the sender: a line goes where it belongs and is counted. */
final class Intake {
    private final RawSender sender;
    private final Counters counters;

    Intake(RawSender sender, Counters counters) {
        this.sender = sender;
        this.counters = counters;
    }

    /** Hands a line on once; for those who can be told that it failed. */
    CompletableFuture<Void> accept(Origin origin, @Nullable String position, Line line) {
        return counted(line, send(origin, position, line));
    }

    /** Hands a line on, again and again while there is no room and the listener is open: its sender cannot be told. */
    void insist(Origin origin, Line line, BooleanSupplier open) {
        CompletableFuture<Void> sent = send(origin, null, line);
        while (isBusy(sent) && open.getAsBoolean()) {
            sent = send(origin, null, line);
        }
        var unused = counted(line, sent);
    }

    Counters counters() {
        return counters;
    }

    private CompletableFuture<Void> send(Origin origin, @Nullable String position, Line line) {
        return switch (line) {
            case Line.Whole whole -> sender.send(origin, position, whole);
            case Line.TooLong tooLong -> sender.sendTooLong(origin, position, tooLong);
        };
    }

    private CompletableFuture<Void> counted(Line line, CompletableFuture<Void> sent) {
        switch (line) {
            case Line.Whole whole -> counters.countReceived();
            case Line.TooLong tooLong -> counters.countTooLong();
        }
        return sent.whenComplete((done, failure) -> {
            if (failure != null) {
                counters.countFailed();
            }
        });
    }

    private static boolean isBusy(CompletableFuture<Void> sent) {
        return sent.isCompletedExceptionally() && sent.exceptionNow() instanceof RawSender.Busy;
    }
}
