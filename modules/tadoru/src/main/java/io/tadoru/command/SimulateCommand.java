package io.tadoru.command;

import io.tadoru.simulator.office.OfficeOrder;
import io.tadoru.simulator.office.OfficeSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes an office's vendor logs with incidents in them, and the truth to measure chains against. */
@Command(
        name = "simulate",
        description = {
            "Writes the logs of an office that never was, with incidents in them, and the truth about these.",
            "The same numbers write the same bytes."
        },
        footer = {"", "Example:", "  tadoru simulate --hosts 300 --days 7 --incidents 30 --seed 1 --out office"})
public final class SimulateCommand implements Callable<Integer> {
    @Option(names = "--hosts", defaultValue = "100", paramLabel = "N", description = "PCs, 20 at least. Default: 100.")
    private int hosts;

    @Option(names = "--days", defaultValue = "7", paramLabel = "D", description = "Days, 2 at least. Default: 7.")
    private int days;

    @Option(
            names = "--incidents",
            defaultValue = "21",
            paramLabel = "K",
            description = "Incidents; their kinds take turns, and 21 meet each. Default: 21.")
    private int incidents;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Another one, another office. Default: 1.")
    private long seed;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day. Default: 2026-06-01.")
    private @Nullable LocalDate from;

    @Option(
            names = "--lines-per-day",
            defaultValue = "" + OfficeOrder.LINES,
            paramLabel = "L",
            description = "Lines of a PC at work, roughly. Default: " + OfficeOrder.LINES + ".")
    private int linesPerDay;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that is new or empty.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        OfficeOrder order = order();
        try {
            refuseFull();
            OfficeSimulator.write(order, out);
        } catch (IOException e) {
            throw new CommandFailed("cannot be written: " + e.getMessage(), e);
        }
        sayHowToGoOn(spec.commandLine().getOut());
        return 0;
    }

    private OfficeOrder order() {
        try {
            return new OfficeOrder(
                    hosts, days, incidents, seed, from == null ? OfficeOrder.FIRST_DAY : from, linesPerDay);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Lines of another office between these would be nobody's. */
    private void refuseFull() throws IOException {
        if (Files.isDirectory(out)) {
            try (Stream<Path> files = Files.list(out)) {
                if (files.findAny().isPresent()) {
                    throw new CommandFailed(out + " is not empty");
                }
            }
        }
    }

    private void sayHowToGoOn(PrintWriter print) {
        print.println("tadoru investigate " + out + "/logs --config " + out
                + "/tadoru.yml --timezone Asia/Tokyo --inventory " + out + "/inventory.csv --out " + out + "/found");
        print.println("tadoru score --truth " + out + "/truth.json " + out + "/found/chains.ndjson");
        print.println("tadoru demo --scenario " + out);
        print.flush();
    }
}
