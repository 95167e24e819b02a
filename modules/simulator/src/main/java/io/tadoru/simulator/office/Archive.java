package io.tadoru.simulator.office;

import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Pen;
import io.tadoru.simulator.WindowsEvents;
import io.tadoru.simulator.WindowsEvents.Channel;
import io.tadoru.simulator.WindowsLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All log files of the office while they are written. */
final class Archive {
    private final Map<String, Book> books = new LinkedHashMap<>();

    Archive(OfficeOrder order, Path logs) throws IOException {
        Span covered = new Span(OfficeTime.midnight(order.from()), OfficeTime.midnight(order.end()));
        for (Sources.Source source : new Sources(order).all()) {
            books.put(source.name(), new Book(logs.resolve(source.file()), covered, source.silences()));
        }
    }

    Pen pen(String source, Optional<Hashes> mark) {
        return book(source).pen(mark);
    }

    /** A PC's events are numbered when they are written. */
    WindowsLog channel(String source, Channel channel, Optional<Hashes> mark) {
        return event -> book(source)
                .add(
                        event.at(),
                        WindowsEvents.document(channel, event, Book.NUMBER),
                        channel.name() + event.where().pc().name(),
                        mark);
    }

    private Book book(String source) {
        return Objects.requireNonNull(books.get(source), source);
    }

    void writeUntil(Instant until) throws IOException {
        for (Book book : books.values()) {
            book.writeUntil(until);
        }
    }

    void close() throws IOException {
        for (Book book : books.values()) {
            book.close();
        }
    }
}
