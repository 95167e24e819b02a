package io.tadoru.casework;

import io.tadoru.chain.Chain;
import io.tadoru.chain.Evidence;
import io.tadoru.event.Verdict;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The evidence lines as Timesketch's CSV import wants them: {@code message}, {@code datetime} (ISO 8601) and
 * {@code timestamp_desc} first (Timesketch, "Import data: CSV"); further columns become attributes.
 */
public final class Timesketch {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "message",
                    "datetime",
                    "timestamp_desc",
                    "chain",
                    "host",
                    "layer",
                    "verdict",
                    "stage",
                    "rule",
                    "reason",
                    "event_hash",
                    "original")
            .get();

    private Timesketch() {}

    /** Writes a header and one row an evidence line, in the chains' order. */
    public static void write(List<Chain> chains, Appendable out) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            for (Chain chain : chains) {
                for (Evidence e : chain.evidence()) {
                    printer.printRecord(row(chain, e));
                }
            }
        }
    }

    private static List<String> row(Chain chain, Evidence e) {
        return List.of(
                Escape.cell(e.mark().summary()),
                e.mark().time().toString(),
                "Event Logged",
                chain.id(),
                Escape.cell(chain.host()),
                e.mark().layer().text(),
                e.mark().decided().map(Verdict::text).orElse(""),
                e.mark().stage().text(),
                Escape.cell(e.mark().rule().title()),
                Escape.cell(e.reason()),
                e.mark().eventHash(),
                Escape.cell(e.mark().original()));
    }
}
