package io.tadoru.command;

import io.tadoru.casework.Escape;
import io.tadoru.simulator.score.Measure;
import io.tadoru.simulator.score.Score;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how well chains agree with what truly happened in a simulated office. */
@Command(
        name = "score",
        description = {
            "Measures chains against the truth of a simulated office and prints a table: what was found, what was",
            "invented, whether hosts, times, layers and lines are right. Exits with 1 when a figure is not reached."
        },
        footer = {
            "",
            "Example:",
            "  tadoru simulate --hosts 300 --days 7 --incidents 30 --seed 1 --out office",
            "  tadoru investigate office/logs --config office/tadoru.yml --out found",
            "  tadoru score --truth office/truth.json found/chains.ndjson"
        })
public final class ScoreCommand implements Callable<Integer> {
    @Option(names = "--truth", required = true, paramLabel = "FILE", description = "truth.json of tadoru simulate.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path truth;

    @Parameters(
            paramLabel = "CHAINS",
            description = "Chain documents, one a line: chains.ndjson of tadoru investigate.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path chains;

    @Option(
            names = {"-v", "--verbose"},
            description = "Name each fault with its incident and chain.")
    private boolean verbose;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Score score = score();
        Table table = new Table("MEASURE", "VALUE", "WANTED", "OF", "");
        score.measures()
                .forEach(m -> table.add(
                        m.name(), m.shown(), m.wish(), Long.toString(m.of()), m.reached() ? "reached" : "NOT REACHED"));
        table.print(out);
        if (verbose) {
            score.faults().forEach(f -> out.println(Escape.terminal(f)));
        }
        out.flush();
        return score.measures().stream().allMatch(Measure::reached) ? 0 : 1;
    }

    private Score score() {
        try {
            return Score.of(truth, chains);
        } catch (IOException e) {
            throw new CommandFailed("cannot be measured: " + e.getMessage(), e);
        }
    }
}
