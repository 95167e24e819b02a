package io.tadoru.casework;

import io.tadoru.chain.Chain;
import io.tadoru.chain.Evidence;
import io.tadoru.chain.LayerVerdict;
import java.util.ArrayList;
import java.util.List;

/** The chains as a short report in Markdown, for whoever has to decide; times in UTC. */
public final class Report {
    private Report() {}

    /** The whole report, lines ended by {@code \n}. */
    public static String of(List<Chain> chains) {
        List<String> out = new ArrayList<>();
        out.add("# Infection chains");
        out.add("");
        out.add(chains.isEmpty() ? "No chain was found in the given logs." : chains.size() + " chains. Times are UTC.");
        chains.forEach(c -> chain(c, out));
        return String.join("\n", out) + "\n";
    }

    private static void chain(Chain chain, List<String> out) {
        out.add("");
        out.add("## " + text(chain.host()) + ": " + chain.status().text());
        out.add("");
        out.add(text(chain.sentence().en()));
        out.add("");
        out.add(text(chain.sentence().ja()));
        out.add("");
        out.add("| layer | verdict | first line |");
        out.add("| --- | --- | --- |");
        chain.layers().forEach(v -> out.add(layer(v)));
        out.add("");
        out.add("| time | layer | what | why it belongs here |");
        out.add("| --- | --- | --- | --- |");
        chain.evidence().forEach(e -> out.add(row(e)));
    }

    private static String layer(LayerVerdict v) {
        return "| " + v.layer().text() + " | " + v.word() + " | " + (v.at() == null ? "" : v.at()) + " |";
    }

    private static String row(Evidence e) {
        return "| " + e.mark().time() + " | " + e.mark().layer().text() + " | "
                + text(e.mark().summary()) + (e.count() > 1 ? " (" + e.count() + " times)" : "") + " | "
                + text(e.reason()) + " |";
    }

    private static String text(String text) {
        return Escape.markdown(text);
    }
}
