package io.tadoru.runtime;

import io.tadoru.runtime.SettingLayer.Entry;
import io.tadoru.runtime.SourceSettings.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds every fault of the settings at once, so that an operator mends them in one go. */
final class SettingChecks {
    private SettingChecks() {}

    /** Names and values, also of what a higher layer overrides: it would bite when that layer goes. */
    static List<String> ofLayers(List<SettingLayer> layers) {
        List<String> faults = new ArrayList<>();
        for (SettingLayer layer : layers) {
            layer.entries().forEach((name, entry) -> fault(name, entry).ifPresent(faults::add));
        }
        return faults;
    }

    private static Optional<String> fault(String name, Entry entry) {
        Optional<Setting<?>> known = KnownNames.find(name);
        if (known.isEmpty()) {
            return Optional.of(entry.place() + ": " + KnownNames.unknown(name));
        }
        return known.get().read(entry.text()) instanceof Setting.Read.Fault<?> fault
                ? Optional.of(entry.place() + ": " + fault.sentence())
                : Optional.empty();
    }

    /** What must be there or fit together, once each value is known to be one. */
    static List<String> ofWhole(Settings settings) {
        return Stream.concat(settings.sourceNames().flatMap(name -> ofSource(name, settings)), ofBackfill(settings))
                .toList();
    }

    private static Stream<String> ofSource(String name, Settings settings) {
        List<String> faults = new ArrayList<>();
        String place = settings.placeOf(SourceSettings.PREFIX + name);
        if (settings.find(SourceSettings.CONNECTOR.of(name)).isEmpty()) {
            faults.add("%s: source %s names no connector; set sources.%s.connector".formatted(place, name, name));
        }
        Via via = settings.get(SourceSettings.VIA.of(name));
        if (via == Via.FILE && settings.find(SourceSettings.PATH.of(name)).isEmpty()) {
            faults.add("%s: source %s comes via file; set sources.%s.path".formatted(place, name, name));
        }
        boolean syslog = via == Via.SYSLOG_UDP || via == Via.SYSLOG_TCP;
        if (syslog && settings.find(SourceSettings.PORT.of(name)).isEmpty()) {
            faults.add("%s: source %s comes via syslog; set sources.%s.port".formatted(place, name, name));
        }
        charset(name, place, via, settings).ifPresent(faults::add);
        return faults.stream();
    }

    /** Lines are cut before they are text, and only in files is it known where a character of two bytes begins. Kafka's are cut. */
    private static Optional<String> charset(String name, String place, Via via, Settings settings) {
        String charset = settings.get(SourceSettings.CHARSET.of(name)).name();
        String at = "%s: source %s: sources.%s.charset %s".formatted(place, name, name, charset);
        return switch (charset) {
            case "UTF-16", "UTF-32" ->
                Optional.of(at + " does not say which byte comes first; set UTF-16LE or UTF-16BE");
            case "UTF-16LE", "UTF-16BE" ->
                via == Via.FILE
                        ? Optional.empty()
                        : Optional.of(at + " is read from files only; have it sent as UTF-8");
            default -> Optional.empty();
        };
    }

    private static Stream<String> ofBackfill(Settings settings) {
        var from = settings.find(SettingList.BACKFILL_FROM);
        var to = settings.find(SettingList.BACKFILL_TO);
        boolean fits = from.isPresent() == to.isPresent()
                && from.flatMap(first -> to.map(last -> !last.isBefore(first))).orElse(true);
        return fits
                ? Stream.empty()
                : Stream.of(settings.placeOf("backfill.")
                        + ": backfill.from and backfill.to must both be set, from not after to");
    }
}
