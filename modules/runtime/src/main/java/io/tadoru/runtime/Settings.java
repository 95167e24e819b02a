package io.tadoru.runtime;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tadoru.runtime.SettingLayer.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the operator wants, checked as a whole before anything starts; never changes afterwards. */
public final class Settings {
    private final List<SettingLayer> layers;
    private final SmallRyeConfig merged;

    private Settings(List<SettingLayer> layers) {
        this.layers = List.copyOf(layers);
        this.merged = merge(layers);
    }

    /** No interceptors: a dollar sign in a password is a dollar sign. */
    private static SmallRyeConfig merge(List<SettingLayer> layers) {
        var builder = new SmallRyeConfigBuilder();
        for (SettingLayer layer : layers) {
            builder.withSources(new PropertiesConfigSource(layer.texts(), layer.name(), layer.ordinal()));
        }
        return builder.build();
    }

    /**
     * Reads the file, which the environment overrides, which {@code --set} overrides.
     *
     * @param yaml the settings' file; null for none
     * @param environment all of it; only {@code TADORU_...} is looked at
     * @param set what {@code --set key=value} said
     * @throws SettingsException naming every fault with its place
     */
    public static Settings load(@Nullable Path yaml, Map<String, String> environment, Map<String, String> set) {
        List<SettingLayer> layers = new ArrayList<>();
        layers.add(SettingLayer.ofOptions(set));
        if (yaml != null) {
            layers.add(YamlLayer.read(yaml));
        }
        layers.add(EnvironmentLayer.read(environment, sourceNames(layers)));
        stopOn(SettingChecks.ofLayers(layers));
        var settings = new Settings(layers);
        stopOn(SettingChecks.ofWhole(settings));
        return settings;
    }

    /** Nothing set: every default. */
    public static Settings defaults() {
        return load(null, Map.of(), Map.of());
    }

    private static void stopOn(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
    }

    /**
     * The value of a setting that has a default.
     *
     * @throws SettingsException when it has none and was not set
     */
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new SettingsException(List.of(
                        "%s is not set; set it in the file or as %s".formatted(setting.name(), setting.variable()))));
    }

    /** The value, where there is one. */
    public <T> Optional<T> find(Setting<T> setting) {
        return written(setting).map(Entry::text).or(setting::byDefault).map(text -> value(setting, text));
    }

    private static <T> T value(Setting<T> setting, String text) {
        return switch (setting.read(text)) {
            case Setting.Read.Value<T> read -> read.value();
            case Setting.Read.Fault<T> fault -> throw new IllegalStateException(fault.sentence());
        };
    }

    /** The sources, by name in alphabetical order. */
    public List<SourceSettings> sources() {
        return sourceNames().map(name -> SourceSettings.of(name, this)).toList();
    }

    Stream<String> sourceNames() {
        return sourceNames(layers).stream().sorted();
    }

    private static Set<String> sourceNames(List<SettingLayer> layers) {
        Set<String> names = new LinkedHashSet<>();
        for (SettingLayer layer : layers) {
            layer.entries().keySet().stream()
                    .flatMap(key -> KnownNames.source(key).stream())
                    .forEach(names::add);
        }
        return names;
    }

    /** Every setting with its value and where that came from; those of sources as far as they are set. */
    public List<EffectiveSetting> describe() {
        Stream<Setting<?>> ofSources = sourceNames()
                .flatMap(name -> SourceSettings.ALL.stream().<Setting<?>>map(setting -> setting.of(name)))
                .filter(setting -> written(setting).isPresent());
        return Stream.concat(SettingList.ALL.stream(), ofSources)
                .map(this::describe)
                .toList();
    }

    private EffectiveSetting describe(Setting<?> setting) {
        Optional<Entry> written = written(setting);
        Optional<String> text = written.map(Entry::text).or(setting::byDefault);
        return new EffectiveSetting(
                setting.name(),
                setting.secret() ? text.map(secret -> "********") : text,
                written.map(Entry::place).orElse("default"),
                setting.sentence());
    }

    private Optional<Entry> written(Setting<?> setting) {
        ConfigValue value = merged.getConfigValue(setting.name());
        return layers.stream()
                .filter(layer -> layer.ordinal() == value.getConfigSourceOrdinal())
                .flatMap(layer -> Stream.ofNullable(layer.entries().get(setting.name())))
                .findFirst();
    }

    /** Where the first setting that begins so was written. */
    String placeOf(String prefix) {
        return layers.stream()
                .flatMap(layer -> layer.entries().entrySet().stream())
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> entry.getValue().place())
                .findFirst()
                .orElse("settings");
    }
}
