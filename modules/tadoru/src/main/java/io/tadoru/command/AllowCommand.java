package io.tadoru.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.casework.Escape;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is allowed until a date, and who answers for it: hides and counts chains, never deletes one. */
@Command(
        name = "allow",
        description = {
            "Allows a value until a date: tadoru allow domain:example.com --owner NAME --until 2026-12-31.",
            "Chains that nothing else anchors are hidden and counted, never deleted."
        },
        synopsisSubcommandLabel = "[list | end A-ID]")
public final class AllowCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "VALUE",
            description = "Kind and value: domain:example.com, sha256:…, address:192.0.2.1, rule:ID.")
    private @Nullable String value;

    @Option(names = "--owner", paramLabel = "NAME", description = "Who answers for it.")
    private @Nullable String owner;

    @Option(names = "--until", paramLabel = "T", description = "Lines dated later are no longer allowed.")
    private @Nullable String until;

    @Option(names = "--host", paramLabel = "H", description = "On this host only.")
    private String host = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private String note = "";

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (value == null || owner == null || until == null) {
            throw new ParameterException(spec.commandLine(), "VALUE, --owner and --until are needed");
        }
        Map<String, String> body = new LinkedHashMap<>();
        body.put("allows", value);
        body.put("owner", owner);
        body.put("until", WrittenTime.of("--until", until).toString());
        body.put("host", host);
        body.put("text", note);
        return say(ApiClient.of(settings.load()).post("/allow", body));
    }

    @Command(name = "list", description = "Lists what is allowed.")
    int list(@Option(names = "--ended", description = "Ended entries too.") boolean ended) {
        Table table = new Table("ID", "ALLOWS", "HOST", "OWNER", "UNTIL", "NOTE");
        for (JsonNode entry : ApiClient.of(settings.load()).get("/allow").path("allows")) {
            if (ended || !entry.path("ended").asBoolean()) {
                table.add(
                        entry.path("id").asText(),
                        entry.path("allows").asText(),
                        entry.path("host").asText(),
                        entry.path("owner").asText(),
                        entry.path("until").asText(),
                        entry.path("text").asText());
            }
        }
        table.print(spec.commandLine().getOut());
        return 0;
    }

    @Command(name = "end", description = "Ends an entry now.")
    int end(@Parameters(paramLabel = "A-ID", description = "The entry, as listed.") String entry) {
        return say(ApiClient.of(settings.load()).delete("/allow/" + ApiClient.part(entry)));
    }

    private int say(JsonNode entry) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Escape.terminal("%s: %s is allowed until %s"
                .formatted(
                        entry.path("id").asText(),
                        entry.path("allows").asText(),
                        entry.path("until").asText())));
        out.flush();
        return 0;
    }
}
