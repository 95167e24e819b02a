package io.tadoru.demo;

import io.tadoru.command.CommandFailed;
import io.tadoru.command.Interrupt;
import io.tadoru.command.LogFile;
import io.tadoru.command.SettingsOptions;
import io.tadoru.local.Distribution;
import io.tadoru.local.LocalException;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import io.tadoru.simulator.OfficePlan;
import io.tadoru.simulator.Simulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main job on one machine: servers up, a scenario's lines in through the real listeners, the chain out. */
@Command(
        name = "demo",
        description = {
            "Starts Kafka and Elasticsearch on this machine, plays an incident in vendors' log formats into the real"
                    + " listeners, prints the chain that the pipeline makes of it, and shows it on a page until Ctrl-C.",
            "Ends with 1 when the lines sent and the documents in Elasticsearch do not balance."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int HOSTS = 40;
    private static final int DAYS = 6;
    private static final long SEED = 20220226;

    @Option(names = "--exit", description = "Ends when the chain is printed, instead of waiting for Ctrl-C.")
    private boolean exit;

    @Option(
            names = "--scenario",
            paramLabel = "DIR",
            description = "A folder with scenario.yml and logs; scenarios/emotet-2022 if not given.")
    private @Nullable Path scenario;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Keeps the data there; a second run goes on with it. Without it the data go when the demo ends.")
    private @Nullable Path data;

    @Option(names = "--days", paramLabel = "N", description = "Simulates an office anew, over N days (2 to 365).")
    private @Nullable Integer days;

    @Option(names = "--hosts", paramLabel = "N", description = "Simulates an office anew, with N PCs (4 to 10000).")
    private @Nullable Integer hosts;

    @Option(names = "--port", paramLabel = "N", description = "Port of the page; 8090 if it is free.")
    private @Nullable Integer port;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (scenario != null && (days != null || hosts != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--days and --hosts simulate an office; leave out --scenario, or them");
        }
        DemoDirectory directory = data == null ? DemoDirectory.passing() : DemoDirectory.named(data);
        LogFile.use(directory.log());
        try (Interrupt interrupt = Interrupt.listen()) {
            return run(directory, interrupt);
        } catch (LocalException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private int run(DemoDirectory directory, Interrupt interrupt) throws IOException {
        Progress progress = new Progress(spec.commandLine().getErr());
        try (Demo demo =
                Demo.start(chosen(directory), directory, Distribution.find(home()), this::settings, progress)) {
            Demo.Finished finished = demo.play();
            print(finished);
            if (!exit) {
                linger(demo, interrupt);
            }
            return finished.balanced() ? 0 : 1;
        } catch (InterruptedException e) {
            throw new CommandFailed("stopped before the end", e);
        } finally {
            directory.leave();
        }
    }

    private Settings settings(Map<String, String> known) {
        Map<String, String> all = new LinkedHashMap<>(known);
        int wanted = port == null ? DemoPage.port(settings.load(known).get(SettingList.SERVE_PORT)) : port;
        all.put(SettingList.SERVE_PORT.name(), Integer.toString(wanted));
        return settings.load(all);
    }

    private void print(Demo.Finished finished) {
        PrintWriter out = spec.commandLine().getOut();
        finished.text().forEach(out::println);
        out.flush();
    }

    private void linger(Demo demo, Interrupt interrupt) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        demo.open().text().forEach(err::println);
        err.println(demo.addresses());
        err.println("Ctrl-C ends the demo.");
        err.flush();
        interrupt.await();
    }

    private Scenario chosen(DemoDirectory directory) throws IOException {
        if (days == null && hosts == null) {
            return Scenario.read(scenario == null ? home().resolve("scenarios/emotet-2022") : scenario);
        }
        Path made = directory.path().resolve("scenario");
        Files.createDirectories(made);
        Simulator.write(plan(), made);
        return Scenario.read(made);
    }

    private OfficePlan plan() {
        try {
            return OfficePlan.emotet(hosts == null ? HOSTS : hosts, days == null ? DAYS : days, SEED);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("tadoru.home", "."));
    }
}
