package io.tadoru.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tadoru.detection.RuleException;
import io.tadoru.pipeline.Core;
import io.tadoru.runtime.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @Test
    void rulesThatCannotBeReadAreToldAsThatThoughTheyAreReadWhileTheServersStart(@TempDir Path noRules) {
        Map<String, String> set = new HashMap<>(Streamed.checkout());
        set.put("rules.directory", noRules.toString());
        Settings settings = Settings.load(null, Map.of(), set);

        var core = CompletableFuture.supplyAsync(() -> Core.load(settings));

        assertThatThrownBy(() -> Demo.loaded(core))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining(noRules.toString());
    }
}
