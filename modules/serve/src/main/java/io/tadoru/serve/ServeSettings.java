package io.tadoru.serve;

import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.util.List;

/**
 * Where the page and the API are to be reached.
 *
 * @param port 0 takes a free one
 * @param names host names under which browsers may come, beside localhost
 */
public record ServeSettings(String host, int port, List<String> names) {
    /** Copies. */
    public ServeSettings {
        names = List.copyOf(names);
    }

    /** What the operator wants. */
    public static ServeSettings of(Settings settings) {
        return new ServeSettings(
                settings.get(SettingList.SERVE_HOST),
                settings.get(SettingList.SERVE_PORT),
                settings.get(SettingList.SERVE_NAMES));
    }
}
