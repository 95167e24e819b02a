package io.tadoru.command;

import io.tadoru.casework.Escape;
import io.tadoru.casework.PackageCheck;
import io.tadoru.casework.PackageReport;
import io.tadoru.casework.PackageReport.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether an evidence package is as it was made, for whoever was handed one; needs no server and no settings. */
@Command(
        name = "verify",
        description = {
            "Checks every byte of an evidence package against its manifest, and names the files that differ.",
            "Works offline, on the zip or on the folder it was unzipped into."
        },
        exitCodeList = {
            "0:every file is as the manifest says",
            "1:it is not, or cannot be read",
            "2:the command line was not understood"
        },
        footer = {
            "",
            "A package as a whole could be made anew. Compare the SHA-256 of manifest.json, which is printed,",
            "with the one that the sender told you another way."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PACKAGE", description = "The zip, or the folder it was unzipped into.")
    private Path path = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isReadable(path)) {
            throw new CommandFailed(Escape.terminal(path.toString()) + " cannot be read; give a package of Tadoru");
        }
        PackageReport report = check();
        PrintWriter out = spec.commandLine().getOut();
        report.files().forEach((name, state) -> out.printf("%-8s %s%n", state, Escape.terminal(name)));
        report.findings().forEach(finding -> out.println(sentence(finding)));
        about(report, out);
        out.println(summary(report));
        out.flush();
        return report.fine() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private PackageReport check() {
        try {
            return PackageCheck.check(path);
        } catch (IOException e) {
            throw new CommandFailed(Escape.terminal(path + " cannot be read: " + e.getMessage()), e);
        }
    }

    private static String sentence(Finding finding) {
        return "! " + Escape.terminal(finding.path() + " " + finding.sentence());
    }

    private static void about(PackageReport report, PrintWriter out) {
        if (!report.about().isEmpty()) {
            String told =
                    report.about().entrySet().stream().map(VerifyCommand::pair).collect(Collectors.joining(", "));
            out.println("It says of itself: " + told);
        }
        if (!report.fingerprint().isEmpty()) {
            out.println("SHA-256 of manifest.json: " + report.fingerprint());
        }
    }

    private static String pair(Map.Entry<String, String> told) {
        return told.getKey() + " " + Escape.terminal(told.getValue());
    }

    private String summary(PackageReport report) {
        String name = Escape.terminal(path.toString());
        int findings = report.findings().size();
        return report.fine()
                ? name + ": all " + report.files().size() + " files are as they were made"
                : name + ": NOT as it was made, " + findings + (findings == 1 ? " finding" : " findings");
    }
}
