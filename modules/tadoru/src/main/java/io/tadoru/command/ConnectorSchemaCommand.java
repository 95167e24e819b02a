package io.tadoru.command;

import io.tadoru.connector.Schema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The language for editors. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of connector.yml, with which editors complete and check it.")
public final class ConnectorSchemaCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(Schema.text());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
