package io.tadoru.correlate;

import io.tadoru.chain.HostMark;
import io.tadoru.detection.Mark;
import io.tadoru.event.Layer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An event's marks on their way to a host; replaces what that event said to it before, and without marks takes it back.
 *
 * @param basis how the host was found
 * @param heard layers heard around the event's time
 */
record HostMarks(String host, String eventId, String basis, List<Mark> marks, Set<Layer> heard) {
    HostMarks {
        marks = List.copyOf(marks);
        heard = Set.copyOf(heard);
    }

    static HostMarks withdrawn(String host, String eventId) {
        return new HostMarks(host, eventId, "", List.of(), Set.of());
    }

    Stream<HostMark> each() {
        return marks.stream().map(m -> new HostMark(m, basis, heard));
    }
}
