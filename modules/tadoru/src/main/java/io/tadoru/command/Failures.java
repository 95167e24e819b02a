package io.tadoru.command;

import io.tadoru.runtime.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** Where a command's failure becomes a sentence and an exit code. */
public final class Failures {
    private Failures() {}

    /** What a person can mend is one sentence; the rest is a bug, and its trace goes to the log. */
    public static IExecutionExceptionHandler inOneSentence() {
        return (failure, command, parsed) -> {
            if (!(failure instanceof SettingsException || failure instanceof CommandFailed)) {
                log().error("{} stopped", command.getCommandName(), failure);
            }
            command.getErr().println(command.getColorScheme().errorText(sentence(failure)));
            return CommandLine.ExitCode.SOFTWARE;
        };
    }

    /** Not before it is needed: a command may yet say which file the log is. */
    private static Logger log() {
        return LoggerFactory.getLogger(Failures.class);
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage();
        return "tadoru: " + (message == null ? failure.toString() : message);
    }
}
