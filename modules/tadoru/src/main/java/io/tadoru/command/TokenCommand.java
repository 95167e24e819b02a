package io.tadoru.command;

import io.tadoru.pipeline.Pipeline;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import io.tadoru.serve.access.AccessRole;
import io.tadoru.serve.access.Token;
import io.tadoru.store.AccessStore;
import io.tadoru.store.AccessStore.Access;
import io.tadoru.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tokens for the API and the page; straight to Elasticsearch, for whoever reaches that may read everything anyway. */
@Command(
        name = "token",
        description = "Makes, lists and revokes tokens for the API and the page; talks to Elasticsearch directly.",
        synopsisSubcommandLabel = "(create | list | revoke)")
public final class TokenCommand implements Runnable {
    private static final Duration VALID = Duration.ofDays(90);

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private interface Work<T> {
        T with(AccessStore access) throws IOException;
    }

    private <T> T in(Work<T> work) {
        Settings all = settings.load();
        String url = all.get(SettingList.ELASTICSEARCH_URL).toString();
        try (Store store = Pipeline.connect(all, url)) {
            return work.with(new AccessStore(store));
        } catch (IOException e) {
            throw new CommandFailed("Elasticsearch at " + url + ": " + e.getMessage(), e);
        }
    }

    @Command(name = "create", description = "Makes a token and prints it, this once only: its hash is kept.")
    int create(
            @Option(names = "--name", required = true, paramLabel = "N", description = "Whose; signs decisions.")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "R",
                            description = "reader reads, analyst decides too: ${COMPLETION-CANDIDATES}.")
                    AccessRole role,
            @Option(names = "--expires", paramLabel = "T", description = "In 90 days if not given.") @Nullable
                    String expires) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant end = expires == null ? now.plus(VALID) : WrittenTime.of("--expires", expires);
        Token token = Token.random(new SecureRandom());
        in(access -> {
            access.add(token.access(name, role, now, end));
            return token;
        });
        PrintWriter out = spec.commandLine().getOut();
        out.println(token.text());
        out.flush();
        return 0;
    }

    @Command(name = "list", description = "Lists tokens; their secrets are not known.")
    int list() {
        Table table = new Table("ID", "NAME", "ROLE", "CREATED", "EXPIRES", "");
        for (Access a : in(AccessStore::all)) {
            String state = a.revoked() ? "revoked" : a.expires().isBefore(Instant.now()) ? "expired" : "";
            table.add(
                    a.id(),
                    a.name(),
                    a.role(),
                    a.created().toString(),
                    a.expires().toString(),
                    state);
        }
        table.print(spec.commandLine().getOut());
        return 0;
    }

    @Command(name = "revoke", description = "Ends a token within seconds.")
    int revoke(@Parameters(paramLabel = "ID", description = "The token's id, as listed.") String id) {
        if (!in(access -> access.revoke(id))) {
            throw new CommandFailed("there is no token of that id; `tadoru token list` has them");
        }
        return 0;
    }
}
