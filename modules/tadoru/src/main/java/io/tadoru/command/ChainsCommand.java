package io.tadoru.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tadoru.event.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The chains of a running installation, the newest last line first. */
@Command(name = "chains", description = "Lists the chains of a running installation; asks its API, see api.url.")
public final class ChainsCommand implements Callable<Integer> {
    /** How it is printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(names = "--since", paramLabel = "T", description = "Chains with a line at or after it: 2022-02-26 …")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "T", description = "Chains with a line before it.")
    private @Nullable String until;

    @Option(names = "--host", paramLabel = "H", description = "Chains of this host.")
    private @Nullable String host;

    @Option(names = "--status", paramLabel = "S", description = "Chains of these statuses, separated by commas.")
    private @Nullable String status;

    @Option(names = "--all", description = "Not only the newest 50, and those too whose every line is allowed.")
    private boolean all;

    @Option(names = "--format", paramLabel = "F", description = "One of ${COMPLETION-CANDIDATES}.")
    private Format format = Format.TEXT;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        ArrayNode chains = Json.MAPPER.createArrayNode();
        JsonNode last = read(ApiClient.of(settings.load()), chains);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(PrintedJson.of(chains));
            case TEXT -> print(chains, last, out);
        }
        out.flush();
        return 0;
    }

    private JsonNode read(ApiClient api, ArrayNode chains) {
        Optional<String> after = Optional.empty();
        while (true) {
            JsonNode page = api.get("/chains" + query(after));
            page.path("chains").forEach(chains::add);
            after = Optional.ofNullable(page.path("next").textValue());
            if (!all || after.isEmpty()) {
                return page;
            }
        }
    }

    private String query(Optional<String> after) {
        List<String> parts = new ArrayList<>();
        add(
                parts,
                "since",
                since == null ? null : WrittenTime.of("--since", since).toString());
        add(
                parts,
                "until",
                until == null ? null : WrittenTime.of("--until", until).toString());
        add(parts, "host", host);
        add(parts, "status", status);
        add(parts, "hidden", all ? "true" : null);
        add(parts, "limit", all ? "500" : null);
        add(parts, "after", after.orElse(null));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + "=" + ApiClient.part(value));
        }
    }

    private void print(ArrayNode chains, JsonNode last, PrintWriter out) {
        Table table = new Table("CASE", "STATUS", "SEVERITY", "HOST", "USER", "LAST LINE", "TO QUARANTINE");
        chains.forEach(chain -> table.add(
                chain.path("case").asText(chain.path("id").asText()),
                chain.path("status").asText(),
                chain.path("severity").asText(),
                chain.path("host").asText(),
                chain.path("user").asText(),
                chain.path("last").asText(),
                span(chain.path("time_to_quarantine_min"))));
        table.print(out);
        PrintWriter err = spec.commandLine().getErr();
        long hidden = last.path("hidden").asLong();
        if (!all && (hidden > 0 || last.has("next"))) {
            err.println("There are more (%d hidden, for all their lines are allowed): --all.".formatted(hidden));
            err.flush();
        }
    }

    private static String span(JsonNode seconds) {
        return seconds.isNumber() ? seconds.asLong() / 60 + " min " + seconds.asLong() % 60 + " s" : "";
    }
}
