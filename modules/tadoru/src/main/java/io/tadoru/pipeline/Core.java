package io.tadoru.pipeline;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Definitions;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.detection.Detector;
import io.tadoru.detection.Indicators;
import io.tadoru.detection.RuleSet;
import io.tadoru.identity.Cidr;
import io.tadoru.identity.Office;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pure parts that a line meets on its walk, read once from connectors, rules and settings. */
public record Core(ConnectorCatalog connectors, Detector detector, Office office, Assembler assembler) {
    private static final Logger LOG = LoggerFactory.getLogger(Core.class);
    private static final int MOST_SAID = 20;

    /**
     * Reads them all.
     *
     * @throws io.tadoru.connector.ConnectorException when a connector cannot be read, naming file and line
     * @throws io.tadoru.detection.RuleException when the rules' folder or a pipeline cannot be read, naming file and line
     */
    public static Core load(Settings settings) {
        return load(settings, settings.get(SettingList.DETECTION_INDICATORS));
    }

    /** With these files of indicators, whatever the settings name. */
    public static Core load(Settings settings, List<Path> indicators) {
        Path rules = settings.get(SettingList.RULES_DIRECTORY);
        return new Core(
                ConnectorCatalog.load(settings.get(SettingList.CONNECTORS_DIRECTORY)),
                new Detector(rules(rules), Indicators.load(indicators)),
                office(settings),
                new Assembler(Definitions.read(rules.resolve("chains").resolve("malware-infection.yml"))));
    }

    /** What cannot be used is said and left out: among the rules of others there always are some. */
    private static RuleSet rules(Path folder) {
        RuleSet rules = RuleSet.load(folder);
        rules.refused().stream().limit(MOST_SAID).forEach(e -> LOG.warn("rule refused: {}", e.getMessage()));
        if (rules.refused().size() > MOST_SAID) {
            LOG.warn(
                    "{} rules refused in all; 'tadoru rules check' names them",
                    rules.refused().size());
        }
        return rules;
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
