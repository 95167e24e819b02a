package io.tadoru.command;

import picocli.CommandLine.Command;

/** For whoever writes rules, or takes those of others. */
@Command(
        name = "rules",
        description = "Checks, lists and tries Sigma rules, filters and correlations.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RulesCheckCommand.class, RulesListCommand.class, RulesTestCommand.class, RulesMatchCommand.class
        })
public final class RulesCommand {}
