package io.tadoru.pipeline;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Definitions;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.detection.RuleSet;
import io.tadoru.identity.Cidr;
import io.tadoru.identity.Office;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The pure parts that a line meets on its walk and that stay as they are while it runs. */
public record Core(ConnectorCatalog connectors, Office office, Assembler assembler) {

    /**
     * Reads them all.
     *
     * @throws io.tadoru.connector.ConnectorException when a connector cannot be read, naming file and line
     * @throws io.tadoru.detection.RuleException when the rules' folder cannot be read
     */
    public static Core load(Settings settings) {
        Path rules = settings.get(SettingList.RULES_DIRECTORY);
        var unused = RuleSet.texts(rules); // read again by who needs them; that they cannot be is told before all else
        return new Core(
                ConnectorCatalog.load(settings.get(SettingList.CONNECTORS_DIRECTORY)),
                office(settings),
                new Assembler(Definitions.load(rules.resolve("chains"))));
    }

    private static Office office(Settings settings) {
        return new Office(
                settings.get(SettingList.OFFICE_NETWORKS).stream().map(Cidr::of).toList(),
                Set.copyOf(settings.get(SettingList.OFFICE_DOMAINS)),
                settings.get(SettingList.OFFICE_SHARED).stream()
                        .map(shared -> shared.startsWith("ip:") ? shared.substring(3) : shared)
                        .collect(Collectors.toSet()));
    }
}
