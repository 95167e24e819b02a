package io.tadoru.pipeline;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.tadoru.command.CommandFailed;
import io.tadoru.command.Interrupt;
import io.tadoru.command.SettingsOptions;
import io.tadoru.local.Distribution;
import io.tadoru.local.LocalException;
import io.tadoru.local.LocalServers;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The pipeline for real: the roles that this process takes on, until it is told to stop. */
@Command(
        name = "run",
        description = {
            "Runs the pipeline: collect, normalize, correlate, index, serve; all of them when no --role is given.",
            "Sources, servers and the office are settings, see docs/settings.md."
        })
public final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "One of ${COMPLETION-CANDIDATES}; can be repeated. All when none is given.")
    private List<Role> roles = List.of();

    @Option(
            names = "--local",
            description = "Brings its own Kafka and Elasticsearch, for one machine; their data is in local.directory.")
    private boolean local;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Interrupt interrupt = Interrupt.listen()) {
            return local ? beside(interrupt) : run(settings.load(), interrupt);
        } catch (InterruptedException e) {
            return 0; // told to stop while starting
        } catch (LocalException | IllegalStateException | KafkaException | UncheckedIOException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private int beside(Interrupt interrupt) throws InterruptedException {
        Settings wanted = settings.load();
        say("starting Kafka and Elasticsearch in " + wanted.get(SettingList.LOCAL_DIRECTORY));
        Path zip = Distribution.find(Path.of(System.getProperty("tadoru.home", ".")));
        try (LocalServers servers = LocalServers.start(
                wanted.get(SettingList.LOCAL_DIRECTORY), zip, wanted.get(SettingList.LOCAL_ELASTICSEARCH_HEAP_MB))) {
            Map<String, String> there = new LinkedHashMap<>();
            there.put(SettingList.KAFKA_INSTANCE_ID.name(), "local");
            there.put(SettingList.KAFKA_BOOTSTRAP_SERVERS.name(), servers.bootstrapServers());
            there.put(
                    SettingList.ELASTICSEARCH_URL.name(),
                    servers.elasticsearch().url().toString());
            say("Kafka: " + servers.bootstrapServers() + "  Elasticsearch: "
                    + servers.elasticsearch().url());
            return run(settings.load(there), interrupt);
        }
    }

    private int run(Settings all, Interrupt interrupt) throws InterruptedException {
        try (Pipeline pipeline = Pipeline.open(all)) {
            for (Role role : wanted()) {
                start(pipeline, role, all);
            }
            return watch(pipeline, interrupt);
        }
    }

    private Set<Role> wanted() {
        return roles.isEmpty() ? EnumSet.allOf(Role.class) : EnumSet.copyOf(roles);
    }

    private void start(Pipeline pipeline, Role role, Settings all) {
        try {
            pipeline.start(role);
            say(role + " runs");
        } catch (IOException | ElasticsearchException e) {
            throw new CommandFailed(
                    "Elasticsearch at " + all.get(SettingList.ELASTICSEARCH_URL) + ": " + e.getMessage(), e);
        }
    }

    private int watch(Pipeline pipeline, Interrupt interrupt) throws InterruptedException {
        while (!interrupt.asked(1, TimeUnit.SECONDS)) {
            if (!pipeline.healthy()) {
                throw new CommandFailed("a step has failed for good; the log says why");
            }
            Alive.say();
        }
        say("stopping");
        return 0;
    }

    private void say(String what) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("tadoru: " + what);
        err.flush();
    }
}
