package io.tadoru.detection.indicator;

import io.tadoru.detection.Indicator;
import io.tadoru.detection.IndicatorValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in the entries of one list: those of use, and of the others where they stand and why they are of none. */
final class Intake {
    private static final int MOST_TOLD = 50;
    private static final int LONGEST = 200;

    private final Path file;
    private final ListOptions options;
    private final List<Indicator> taken = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Pool<String> texts = new Pool<>();
    private final Pool<Instant> times = new Pool<>();
    private int leftOut;

    Intake(Path file, ListOptions options) {
        this.file = file;
        this.options = options;
    }

    /** An entry and its place in the list: a line's number, an id. */
    void take(Object place, Written written) {
        switch (IndicatorValue.of(written.type(), written.value())) {
            case IndicatorValue.Refused refused -> refuse(place, refused.reason());
            case IndicatorValue.Known known -> taken.add(indicator(known, written));
        }
    }

    private Indicator indicator(IndicatorValue.Known known, Written written) {
        return new Indicator(
                known.kind(),
                known.value(),
                texts.one(source(written)),
                written.confidence() == Indicator.UNSAID ? options.confidence() : written.confidence(),
                one(written.from()),
                one(written.until()),
                texts.one(Plain.text(written.name(), LONGEST)));
    }

    private @Nullable Instant one(@Nullable Instant time) {
        return time == null ? null : times.one(time);
    }

    private String source(Written written) {
        String said = Plain.text(written.source(), LONGEST);
        return options.name().orElseGet(() -> said.isEmpty() ? name() : said);
    }

    /** The file's name without its ending. */
    private String name() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return Plain.text(dot > 0 ? name.substring(0, dot) : name, LONGEST);
    }

    /** An entry that is left out. */
    void refuse(Object place, String reason) {
        if (leftOut++ < MOST_TOLD) {
            warnings.add(file + ":" + place + ": " + reason);
        }
    }

    /** Whether all there was is of no use: then it is no list. */
    boolean nothingOfUse() {
        return taken.isEmpty() && leftOut > 0;
    }

    IndicatorList list() {
        if (leftOut > MOST_TOLD) {
            warnings.add("%s: %,d entries are left out in all".formatted(file, leftOut));
        }
        return new IndicatorList(taken, warnings);
    }
}
