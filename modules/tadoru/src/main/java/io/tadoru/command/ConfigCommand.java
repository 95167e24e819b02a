package io.tadoru.command;

import io.tadoru.runtime.EffectiveSetting;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the settings that are in force: value, origin, meaning; secrets masked. */
@Command(name = "config", description = "Prints the settings in force and where each comes from, secrets masked.")
public final class ConfigCommand implements Runnable {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        settings.load().describe().forEach(setting -> print(setting, out));
        out.flush();
    }

    private static void print(EffectiveSetting setting, PrintWriter out) {
        out.printf("# %s%n", setting.sentence());
        out.printf(
                "%s%s: %s   # %s%n%n",
                setting.value().isPresent() ? "" : "# ",
                setting.name(),
                setting.value().orElse("(not set)"),
                setting.from());
    }
}
