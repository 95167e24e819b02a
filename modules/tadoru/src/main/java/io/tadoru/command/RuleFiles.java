package io.tadoru.command;

import io.tadoru.detection.RuleException;
import io.tadoru.detection.RuleSet;
import io.tadoru.runtime.SettingList;
import java.nio.file.Path;
import java.util.List;

/** The rules that a command is about: the installation's, or those of other files and folders by its pipelines. */
final class RuleFiles {
    /** How field names in rules are to be taken. */
    enum FieldForm {
        /** As the pipelines map them, for Tadoru's events. */
        ecs,
        /** As written, for records that have Sigma's own names and tell their logsource. */
        sigma
    }

    private RuleFiles() {}

    static RuleSet read(SettingsOptions settings, List<Path> paths, FieldForm form) {
        Path own = settings.load().get(SettingList.RULES_DIRECTORY);
        try {
            return RuleSet.load(own, paths.isEmpty() ? List.of(own.resolve("sigma")) : paths, form == FieldForm.sigma);
        } catch (RuleException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
    }
}
