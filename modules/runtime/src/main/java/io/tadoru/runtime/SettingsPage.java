package io.tadoru.runtime;

import java.util.List;

/** Writes {@code docs/settings.md} from the list of settings, so that it cannot drift. */
final class SettingsPage {
    private static final String HEAD = """
            # Settings

            Written from `SettingList` and `SourceSettings` by `SettingsPageTest`; change those.

            A YAML file (`--config FILE`, keys nested) is overridden by the environment, which is overridden by
            `--set key=value`. `./tadoru config` shows what is in force and where it comes from. An unknown name or a value
            of the wrong type stops the start. Relative paths are taken from Tadoru's folder. Lists are YAML lists, or
            separated by commas.
            """;
    private static final String SOURCES = """

            ## Sources

            One group for each log source, under a name of your choice:

            ```yaml
            sources:
              fw-edge:
                connector: fortinet_fortigate
                via: syslog-udp
                port: 5514
                timezone: Asia/Tokyo
            ```
            """;

    private SettingsPage() {}

    static String markdown() {
        return HEAD + table(SettingList.ALL) + SOURCES + table(SourceSettings.ALL);
    }

    private static String table(List<Setting<?>> settings) {
        var table =
                new StringBuilder("\n| setting | variable | expects | default | |\n| --- | --- | --- | --- | --- |\n");
        settings.forEach(setting -> table.append(row(setting)));
        return table.toString();
    }

    private static String row(Setting<?> setting) {
        String byDefault = setting.byDefault()
                .filter(text -> !text.isEmpty())
                .map(text -> "`" + text + "`")
                .orElse("");
        return "| `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        setting.variable().replace("_NAME_", "<NAME>"),
                        setting.words(),
                        byDefault,
                        setting.sentence());
    }
}
