package io.tadoru.command;

import picocli.CommandLine.Command;

/** For whoever writes connectors. */
@Command(
        name = "connector",
        description = "Lists, tests and drafts connectors, which read the vendors' logs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConnectorTestCommand.class})
public final class ConnectorCommand {}
