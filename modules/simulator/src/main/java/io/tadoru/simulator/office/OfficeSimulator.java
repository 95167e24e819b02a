package io.tadoru.simulator.office;

import io.tadoru.simulator.Dice;
import io.tadoru.simulator.OfficeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes an office's logs and the truth about them into a folder; the same order writes the same bytes. */
public final class OfficeSimulator {
    /** Some lines are stamped a little before what they belong to: a day is over a while after midnight only. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private OfficeSimulator() {}

    /**
     * Writes logs, scenario.yml, tadoru.yml, inventory.csv and truth.json.
     *
     * @throws IOException when the folder cannot be written
     */
    public static void write(OfficeOrder order, Path folder) throws IOException {
        Files.createDirectories(folder);
        Census census = Census.of(order);
        Calendar calendar = new Calendar(order);
        Archive archive = new Archive(order, folder.resolve("logs"));
        List<Row> rows = incidents(order, census, calendar, archive);
        Oddities oddities = new Oddities(order, census, calendar, archive);
        oddities.happen();
        live(
                order,
                new DailyLife(order, census, calendar, Pens.ordinary(archive, Dice.of(order.seed(), "pens"))),
                archive);
        archive.close();
        new OfficeFiles(order, census).writeTo(folder, rows, oddities.json());
    }

    /** First, for they may arrange days; their lines wait until the days are written. */
    private static List<Row> incidents(OfficeOrder order, Census census, Calendar calendar, Archive archive) {
        Plot.Stage stage = new Plot.Stage(order, census, calendar, new Casting(census, calendar), archive);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < order.incidents(); i++) {
            Kinds.Kind kind = Kinds.ALL.get(i % Kinds.ALL.size());
            Dice dice = Dice.of(order.seed(), "incident/" + i);
            kind.play().accept(new Plot(kind.name(), stage, Adversary.of(i, dice), dice, rows));
        }
        return rows;
    }

    private static void live(OfficeOrder order, DailyLife life, Archive archive) throws IOException {
        for (LocalDate day : order.from().datesUntil(order.end()).toList()) {
            life.live(day);
            archive.writeUntil(OfficeTime.midnight(day.plusDays(1)).minus(MARGIN));
        }
        archive.writeUntil(OfficeTime.midnight(order.end()));
    }
}
