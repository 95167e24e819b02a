package io.tadoru.runtime;

import io.tadoru.runtime.SettingLayer.Entry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the environment: {@code TADORU_KAFKA_PARTITIONS} is {@code kafka.partitions}. */
final class EnvironmentLayer {
    private static final String PREFIX = "TADORU_";
    private static final String SOURCES = PREFIX + "SOURCES_";

    /** Read by the launcher, the build and the log, not settings. */
    private static final Set<String> OTHERS = Set.of(
            "TADORU_JAVA_HOME",
            "TADORU_JAVA_OPTS",
            "TADORU_HOME",
            "TADORU_LOG_FILE",
            "TADORU_REQUIRE_DOCKER",
            "TADORU_REQUIRE_COMPOSE",
            "TADORU_REQUIRE_BROWSER",
            "TADORU_BIND", // these four are docker-compose.yml's
            "TADORU_CONFIG",
            "TADORU_IMAGE",
            "TADORU_PULL");

    private final Set<String> sources;

    private EnvironmentLayer(Set<String> sources) {
        this.sources = sources;
    }

    /**
     * Every variable of ours; one that is no setting keeps its own name, so that the check after this names it.
     *
     * @param sources names of sources known from elsewhere: a variable cannot tell fw-edge from fw_edge
     */
    static SettingLayer read(Map<String, String> environment, Set<String> sources) {
        var layer = new EnvironmentLayer(sources);
        Map<String, Entry> entries = new LinkedHashMap<>();
        environment.forEach((variable, text) -> {
            if (isOurs(variable, text)) {
                entries.put(layer.key(variable), new Entry(text, "environment " + variable));
            }
        });
        return new SettingLayer("environment", 300, entries);
    }

    /** Kubernetes tells every container of a service called tadoru in variables such as TADORU_PORT=tcp://10.1.1.1:80. */
    private static boolean isOurs(String variable, String text) {
        boolean kubernetes = variable.matches("TADORU_(.*_)?(SERVICE_(HOST|PORT).*|PORT_[0-9]+_(TCP|UDP).*)")
                || text.startsWith("tcp://")
                || text.startsWith("udp://");
        return variable.startsWith(PREFIX) && !OTHERS.contains(variable) && !kubernetes;
    }

    private String key(String variable) {
        return SettingList.ALL.stream()
                .filter(setting -> setting.variable().equals(variable))
                .map(Setting::name)
                .findFirst()
                .or(() -> sourceKey(variable))
                .orElse(variable);
    }

    private Optional<String> sourceKey(String variable) {
        return variable.startsWith(SOURCES)
                ? SourceSettings.ALL.stream()
                        .flatMap(setting -> sourceKey(variable, setting))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<String> sourceKey(String variable, Setting<?> setting) {
        String ending = setting.variable().substring("TADORU_SOURCES__NAME_".length());
        if (!variable.endsWith(ending) || variable.length() <= SOURCES.length() + ending.length()) {
            return Stream.empty();
        }
        String source = variable.substring(SOURCES.length(), variable.length() - ending.length());
        return Stream.of(setting.of(sourceName(source)).name());
    }

    private String sourceName(String form) {
        return sources.stream()
                .filter(name -> Setting.environmentForm(name).equals(form))
                .findFirst()
                .orElse(form.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
