package io.tadoru.command;

import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.ConnectorException;
import io.tadoru.runtime.SettingList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The connectors of this installation, for commands that name some. */
final class Catalogs {
    private Catalogs() {}

    /** Compiled when asked for; an id that there is not is told with the nearest and all that there are. */
    static ConnectorCatalog of(SettingsOptions settings, CommandSpec spec, List<String> ids) {
        try {
            ConnectorCatalog catalog = ConnectorCatalog.lazy(settings.load().get(SettingList.CONNECTORS_DIRECTORY));
            ids.stream().filter(id -> !catalog.has(id)).findFirst().ifPresent(id -> {
                throw new ParameterException(spec.commandLine(), unknown(id, catalog));
            });
            return catalog;
        } catch (ConnectorException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private static String unknown(String id, ConnectorCatalog catalog) {
        String near = catalog.nearest(id).map(n -> " (did you mean " + n + "?)").orElse("");
        return "no connector '" + id + "'" + near + "; there are " + String.join(", ", catalog.ids());
    }
}
