package io.tadoru.command;

import io.tadoru.runtime.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command with settings has; mix it in. Its subcommands have them too. */
public final class SettingsOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "Settings as YAML.", scope = ScopeType.INHERIT)
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting; overrides the file and the environment. Can be repeated.",
            scope = ScopeType.INHERIT)
    private Map<String, String> set = new LinkedHashMap<>();

    /**
     * Reads file, environment and options.
     *
     * @throws io.tadoru.runtime.SettingsException naming every fault with its place
     */
    public Settings load() {
        return Settings.load(config, System.getenv(), set);
    }

    /** The same, with what only the running program knows, such as where servers of its own are; it overrides all else. */
    public Settings load(Map<String, String> known) {
        Map<String, String> all = new LinkedHashMap<>(set);
        all.putAll(known);
        return Settings.load(config, System.getenv(), all);
    }
}
