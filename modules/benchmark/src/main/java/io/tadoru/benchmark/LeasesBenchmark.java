package io.tadoru.benchmark;

import io.tadoru.event.Json;
import io.tadoru.event.Observation;
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.BindingTable;
import io.tadoru.identity.Bindings;
import io.tadoru.identity.Runs;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * What a year of leases costs whoever keeps binding rows: observations a second of processor time, rows said and their bytes, rows kept while
 * old ones are forgotten, and memory. The times of a quarter must not grow with the quarters before it.
 */
public final class LeasesBenchmark {
    private static final PrintStream OUT = System.out;
    /** Bytes are measured of one row in so many. */
    private static final int SAMPLE = 50;
    /** Horizon and lateness, as correlate keeps rows by default. */
    private static final Duration HORIZON = Duration.ofDays(14);

    private static final Duration LATENESS = Duration.ofDays(14);
    private static final int QUESTIONS = 100_000;

    private final BindingTable table = new BindingTable();
    /** What was said each day, to be looked at once it may be forgotten. */
    private final Deque<List<BindingRow>> said = new ArrayDeque<>();

    private final int hosts;
    private List<BindingRow> today = new ArrayList<>();
    private long observations;
    private long puts;
    private long tombstones;
    private long forgotten;
    private long kept;
    private long bytes;
    private long sampled;

    private LeasesBenchmark(int hosts) {
        this.hosts = hosts;
    }

    /** Takes how many hosts, how many days, and how many hours a lease lasts. */
    public static void main(String[] arguments) {
        int hosts = argument(arguments, 0, 100_000);
        int days = argument(arguments, 1, 365);
        int hours = argument(arguments, 2, 192);
        OUT.printf(
                "%d hosts, %d days, leases of %d h; rows kept for %d d; Java %s, %d processors%n",
                hosts,
                days,
                hours,
                rowDays(true),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors());
        OUT.printf(
                "%-10s %13s %13s %12s %12s %12s %9s %12s %9s%n",
                "to day", "observations", "obs/s", "rows said", "tombstones", "rows kept", "B/row", "answers/s", "MB");
        new LeasesBenchmark(hosts).run(new LeaseYear(hosts, hours), days);
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private void run(LeaseYear year, int days) {
        int quarter = Math.max(1, days / 4);
        long before = 0;
        long nanos = 0;
        for (int day = 0; day < days; day++) {
            List<Observation> seen = new ArrayList<>();
            year.day(day, seen::add);
            long start = cpu();
            seen.forEach(this::take);
            endOfDay();
            nanos += cpu() - start;
            if ((day + 1) % quarter == 0) {
                row(day + 1, (observations - before) * 1e9 / nanos);
                before = observations;
                nanos = 0;
            }
        }
    }

    private void take(Observation seen) {
        observations++;
        Runs.Change change = table.add(seen);
        tombstones += change.removed().size();
        kept -= change.removed().size();
        change.put().forEach(this::say);
    }

    private void say(BindingRow row) {
        puts++;
        kept += row.first().equals(row.last()) ? 1 : 0;
        today.add(row);
        if (puts % SAMPLE == 0) {
            sampled++;
            bytes += row.key().getBytes(StandardCharsets.UTF_8).length + Json.bytes(row).length;
        }
    }

    /** As correlate's writer does: what was last said longer ago than it can matter is taken back. */
    private void endOfDay() {
        said.addLast(today);
        today = new ArrayList<>();
        forget(rowDays(false), false);
        if (said.size() > rowDays(true)) {
            forget(rowDays(true), true);
            said.removeFirst();
        }
    }

    private void forget(int after, boolean all) {
        if (said.size() <= after) {
            return;
        }
        List<BindingRow> old =
                said.stream().skip(said.size() - 1 - after).findFirst().orElse(List.of());
        old.stream()
                .filter(r -> days(r) <= after || all)
                .filter(r -> table.rows(r.identity()).contains(r))
                .forEach(this::forget);
    }

    private void forget(BindingRow row) {
        table.remove(row);
        forgotten++;
        kept--;
    }

    private static int days(BindingRow row) {
        Duration back = Bindings.back(row.identity());
        return (int)
                (back.compareTo(HORIZON) > 0 ? back : HORIZON).plus(LATENESS).toDays();
    }

    /** For how long rows are kept that are kept longest, or shortest. */
    private static int rowDays(boolean longest) {
        return (int) (longest ? Duration.ofDays(30) : HORIZON).plus(LATENESS).toDays();
    }

    private void row(int day, double perSecond) {
        OUT.printf(
                "%-10d %13d %13.0f %12d %12d %12d %9d %12.0f %9.0f%n",
                day,
                observations,
                perSecond,
                puts,
                tombstones + forgotten,
                kept,
                bytes / Math.max(1, sampled),
                answers(day),
                used() / 1e6);
    }

    /** Questions about addresses at times of the last month. */
    private double answers(int day) {
        Random random = new Random(day);
        long start = cpu();
        long known = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            var time = LeaseYear.day(day).minus(Duration.ofMinutes(random.nextInt(60 * 24 * 28)));
            known += table.asOf(LeaseYear.ip(random.nextInt(hosts)), time).size();
        }
        return known == 0 ? 0 : QUESTIONS * 1e9 / (cpu() - start);
    }

    /** Nanoseconds of this thread, whatever else the machine does. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
