package io.tadoru.command;

import io.tadoru.casework.Escape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the evidence package of one chain out of a running installation. */
@Command(name = "package", description = "Writes the evidence package of a chain to a file; tadoru verify checks it.")
public final class PackageCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("filename=\"([A-Za-z0-9_-][A-Za-z0-9._-]{0,100})\"");

    @Parameters(index = "0", paramLabel = "ID", description = "Case number, id, or the beginning of an id.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String id;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to; named after the case if not given.")
    private @Nullable Path file;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        ApiClient.Download found = ApiClient.of(settings.load()).download("/chains/" + ApiClient.part(id) + "/package");
        Path to = file == null ? Path.of(name(found)) : file;
        write(found.bytes(), to);
        PrintWriter out = spec.commandLine().getOut();
        out.println(Escape.terminal(to.toString()));
        out.flush();
        return 0;
    }

    /** Never a path that the server chooses. */
    private static String name(ApiClient.Download found) {
        return found.disposition()
                .map(NAME::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .orElse("package.zip");
    }

    /** Evidence replaces nothing. */
    private static void write(byte[] bytes, Path to) {
        try {
            Files.write(to, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailed(to + " is there already; --out names another file", e);
        } catch (IOException e) {
            throw new CommandFailed(to + " cannot be written: " + e.getMessage(), e);
        }
    }
}
