package io.tadoru.command;

import picocli.CommandLine.Command;

/** For whoever writes connectors. */
@Command(
        name = "connector",
        description = "Lists, tests and drafts connectors, which read the vendors' logs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ConnectorListCommand.class,
            ConnectorNewCommand.class,
            ConnectorTestCommand.class,
            ConnectorScrubCommand.class,
            ConnectorSchemaCommand.class
        })
public final class ConnectorCommand {}
