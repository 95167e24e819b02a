package io.tadoru;

import io.tadoru.command.AllowCommand;
import io.tadoru.command.ChainCommand;
import io.tadoru.command.ChainsCommand;
import io.tadoru.command.ConfigCommand;
import io.tadoru.command.ConnectorCommand;
import io.tadoru.command.CorrelateCommand;
import io.tadoru.command.Failures;
import io.tadoru.command.InvestigateCommand;
import io.tadoru.command.LogFile;
import io.tadoru.command.PackageCommand;
import io.tadoru.command.ParseCommand;
import io.tadoru.command.RulesCommand;
import io.tadoru.command.ScoreCommand;
import io.tadoru.command.SetupCommand;
import io.tadoru.command.SimulateCommand;
import io.tadoru.command.TokenCommand;
import io.tadoru.command.VerifyCommand;
import io.tadoru.demo.DemoCommand;
import io.tadoru.pipeline.RunCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where everything starts: hands the command line to the command it names. */
@Command(
        name = "tadoru",
        description = "Joins the logs of spam filter, EPP, firewall and web gateway into the chain of an infection.",
        mixinStandardHelpOptions = true,
        version = "Tadoru 0.1.0",
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "1:it failed, standard error says why", "2:the command line was not understood"},
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            InvestigateCommand.class,
            ParseCommand.class,
            ConnectorCommand.class,
            RulesCommand.class,
            CorrelateCommand.class,
            SimulateCommand.class,
            ScoreCommand.class,
            ChainsCommand.class,
            ChainCommand.class,
            AllowCommand.class,
            PackageCommand.class,
            TokenCommand.class,
            VerifyCommand.class,
            SetupCommand.class,
            ConfigCommand.class,
            AutoComplete.GenerateCompletion.class
        })
public final class Tadoru {
    private Tadoru() {}

    public static void main(String[] arguments) {
        LogFile.chooseFromEnvironment();
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with all its commands. */
    public static CommandLine commandLine() {
        return new CommandLine(new Tadoru())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failures.inOneSentence());
    }
}
