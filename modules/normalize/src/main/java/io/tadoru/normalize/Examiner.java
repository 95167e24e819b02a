package io.tadoru.normalize;

import io.tadoru.detection.Correlated;
import io.tadoru.detection.Detector;
import io.tadoru.detection.Mark;
import io.tadoru.detection.RuleSet;
import io.tadoru.event.Event;
import java.util.List;
import java.util.function.Function;

/** The rules in force, which may become others while the stream runs. */
public interface Examiner {
    /** What is suspicious about an event, and what it tells correlations. */
    Detector.Examined examined(Event event);

    /** The correlations, and what becomes of their results. */
    Correlated correlated();

    /** Rules that stay. */
    static Examiner of(Detector detector) {
        return new Examiner() {
            @Override
            public Detector.Examined examined(Event event) {
                return detector.examined(event);
            }

            @Override
            public Correlated correlated() {
                return detector.correlated();
            }
        };
    }

    /** Marks by whatever else, and no correlations. */
    static Examiner marking(Function<Event, List<Mark>> marks) {
        Correlated none = new Correlated(new RuleSet(List.of()));
        return new Examiner() {
            @Override
            public Detector.Examined examined(Event event) {
                return new Detector.Examined(marks.apply(event), List.of(), List.of());
            }

            @Override
            public Correlated correlated() {
                return none;
            }
        };
    }
}
