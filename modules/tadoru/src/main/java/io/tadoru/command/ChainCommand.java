package io.tadoru.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.casework.ChainExplanation;
import io.tadoru.casework.ChainText;
import io.tadoru.casework.Escape;
import io.tadoru.chain.Decision.Kind;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One chain of a running installation; and what a person decides about it: {@code tadoru chain ID ack}. */
@Command(
        name = "chain",
        description = {
            "Prints one chain of a running installation, or decides about it: tadoru chain ID ack.",
            "ID is its case number, its id, or the beginning of that; asks the API, see api.url and api.token."
        },
        synopsisSubcommandLabel = "[VERB]")
public final class ChainCommand implements Callable<Integer> {
    /** How it is printed. */
    enum Format {
        TEXT,
        JSON,
        TIMESKETCH
    }

    /** In which language the sentence is. */
    enum Language {
        EN,
        JA
    }

    @Parameters(index = "0", paramLabel = "ID", description = "Case number, id, or the beginning of an id.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String id;

    @Option(names = "--format", paramLabel = "F", description = "One of ${COMPLETION-CANDIDATES}.")
    private Format format = Format.TEXT;

    @Option(names = "--lang", paramLabel = "L", description = "The sentence in one language: ${COMPLETION-CANDIDATES}.")
    private @Nullable Language language;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        ApiClient api = ApiClient.of(settings.load());
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> print(api.get(path()), out);
            case JSON -> out.println(PrintedJson.of(api.get(path())));
            case TIMESKETCH -> out.print(text(api.download(path() + "/export/timesketch.csv")));
        }
        out.flush();
        return 0;
    }

    private String path() {
        return "/chains/" + ApiClient.part(id);
    }

    /** Its cells cannot steer a terminal: they were written so. */
    private static String text(ApiClient.Download file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private void print(JsonNode chain, PrintWriter out) {
        out.println("Case " + Escape.terminal(chain.path("case").asText("(none yet)")));
        JsonNode from = chain.path("redirected_from");
        if (from.isTextual()) {
            out.println("  " + Escape.terminal(from.asText()) + " was merged into this chain");
        }
        new ChainText(ZoneId.systemDefault())
                .lines(inLanguage(chain)).stream()
                        .filter(line -> !line.equals("  "))
                        .forEach(out::println);
        chain.path("detail").path("decisions").forEach(d -> out.println(decision(d)));
    }

    private Map<String, Object> inLanguage(JsonNode chain) {
        ObjectNode copy = chain.deepCopy();
        if (language != null) {
            copy.remove(language == Language.EN ? "sentence_ja" : "sentence_en");
        }
        return document(copy);
    }

    private static String decision(JsonNode d) {
        String assignee = d.path("assignee").asText("");
        return Escape.terminal("  %s  %s by %s%s  %s"
                .formatted(
                        d.path("at").asText(),
                        d.path("kind").asText(),
                        d.path("by").asText(),
                        assignee.isEmpty() ? "" : " to " + assignee,
                        d.path("text").asText()));
    }

    @Command(name = "explain", description = "How the chain came to be, link by link: how sure each is, and why.")
    int explain() {
        PrintWriter out = spec.commandLine().getOut();
        ChainExplanation.lines(document(ApiClient.of(settings.load()).get(path())))
                .forEach(out::println);
        out.flush();
        return 0;
    }

    private static Map<String, Object> document(JsonNode chain) {
        Map<String, Object> document = new LinkedHashMap<>();
        chain.properties().forEach(e -> document.put(e.getKey(), e.getValue()));
        return document;
    }

    @Command(name = "ack", description = "You have seen it and look into it.")
    int ack(@Option(names = "--note", paramLabel = "TEXT", description = "Why.", defaultValue = "") String note) {
        return decide(Kind.ACK, note, "");
    }

    @Command(name = "assign", description = "Somebody is to act on it.")
    int assign(
            @Parameters(paramLabel = "WHO", description = "Who.") String who,
            @Option(names = "--note", paramLabel = "TEXT", description = "What for.", defaultValue = "") String note) {
        return decide(Kind.ASSIGN, note, who);
    }

    @Command(name = "isolate", description = "The host was cut off the network now.")
    int isolate(@Option(names = "--note", paramLabel = "TEXT", description = "How.", defaultValue = "") String note) {
        return decide(Kind.ISOLATE, note, "");
    }

    @Command(name = "close", description = "It is done with.")
    int close(@Option(names = "--note", paramLabel = "TEXT", description = "Why.", defaultValue = "") String note) {
        return decide(Kind.CLOSE, note, "");
    }

    @Command(name = "reopen", description = "It is open again, whatever was decided before.")
    int reopen(@Option(names = "--note", paramLabel = "TEXT", description = "Why.", defaultValue = "") String note) {
        return decide(Kind.REOPEN, note, "");
    }

    @Command(name = "note", description = "Keeps a note with it.")
    int note(@Parameters(paramLabel = "TEXT", description = "The note.") String text) {
        return decide(Kind.NOTE, text, "");
    }

    @Command(name = "expected", description = "Real and meant: a penetration test, EICAR, a training mail; closes it.")
    int expected(@Option(names = "--note", paramLabel = "TEXT", description = "Why.", defaultValue = "") String note) {
        return decide(Kind.EXPECTED, note, "");
    }

    @Command(name = "false-positive", description = "Not what it looks like; closes it.")
    int falsePositive(
            @Option(names = "--note", paramLabel = "TEXT", description = "Why.", defaultValue = "") String note) {
        return decide(Kind.FALSE_POSITIVE, note, "");
    }

    private int decide(Kind kind, String text, String assignee) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("kind", kind.text());
        body.put("text", text);
        if (!assignee.isEmpty()) {
            body.put("assignee", assignee);
        }
        JsonNode kept = ApiClient.of(settings.load()).post(path() + "/decisions", body);
        PrintWriter out = spec.commandLine().getOut();
        out.println(Escape.terminal("%s: %s, kept as decided by %s"
                .formatted(
                        kept.path("case").asText(),
                        kept.path("kind").asText(),
                        kept.path("by").asText())));
        out.flush();
        return 0;
    }
}
