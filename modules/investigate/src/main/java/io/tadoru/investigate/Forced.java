package io.tadoru.investigate;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/**
 * Files that one connector reads because somebody said so, whatever they look like.
 *
 * @param connector its id
 * @param glob of the name in the manifest; one without a slash is of the last part of the name alone
 */
public record Forced(String connector, String glob) {
    /**
     * Reads {@code CONNECTOR=GLOB}.
     *
     * @throws RequestException with a sentence, when it is not that
     */
    public static Forced of(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new RequestException("'" + text + "' is not CONNECTOR=GLOB, such as squid='proxy/*.log'");
        }
        Forced forced = new Forced(text.substring(0, equals), text.substring(equals + 1));
        try {
            forced.matcher(); // a mistake is told at once
            return forced;
        } catch (IllegalArgumentException e) {
            throw new RequestException("'" + text + "' holds no glob, such as *.log: " + e.getMessage(), e);
        }
    }

    boolean matches(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
        return matcher().matches(Path.of(glob.contains("/") ? safe(name) : safe(last)));
    }

    /** The one character that no path may hold. */
    private static String safe(String name) {
        return name.replace('\0', '?');
    }

    private PathMatcher matcher() {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    @Override
    public String toString() {
        return connector + "=" + glob;
    }
}
