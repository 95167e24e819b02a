package io.tadoru.event;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one form in which hosts are compared: FQDN, NetBIOS name and any case become the short name in upper case. */
public final class HostName {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private HostName() {}

    /** {@code pc-0142.example.co.jp} and {@code PC-0142} are {@code PC-0142}; an address stays as it is. */
    public static String normal(String name) {
        if (ADDRESS.matcher(name).matches()) {
            return name;
        }
        String bare = name.replaceAll("^\\\\+|\\$$", "");
        int dot = bare.indexOf('.');
        return (dot > 0 ? bare.substring(0, dot) : bare).toUpperCase(Locale.ROOT);
    }
}
