package io.tadoru.event;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one form in which hosts are compared: FQDN, NetBIOS name and any case become the short name in upper case. */
public final class HostName {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    private static final Pattern MAC =
            Pattern.compile("(?i)[0-9a-f]{1,2}([:-][0-9a-f]{1,2}){5}|[0-9a-f]{4}([.:-][0-9a-f]{4}){2}");
    /** A domain before it, as Windows writes it, or a service, as Kerberos does; and what computers' accounts end with. */
    private static final Pattern AROUND = Pattern.compile("(?i)^(.*\\\\|host/)|[.$]+$");

    private HostName() {}

    /**
     * {@code pc-0142.example.co.jp}, {@code EXAMPLE\PC-0142$} and {@code PC-0142} are {@code PC-0142}; a hardware address
     * has the form of {@link Identity#mac}, any other address stays as it is.
     */
    public static String normal(String name) {
        if (isMac(name)) {
            return Identity.mac(name).value();
        }
        String bare = AROUND.matcher(name.strip()).replaceAll("");
        if (ADDRESS.matcher(bare).matches()) {
            return bare;
        }
        int dot = bare.indexOf('.');
        // The bar parts the keys of binding rows, and stands in no host's name.
        return (dot > 0 ? bare.substring(0, dot) : bare)
                .toUpperCase(Locale.ROOT)
                .replace('|', '_');
    }

    /** Whether it is a hardware address in some notation, which agents give where a host has no name. */
    public static boolean isMac(String name) {
        return MAC.matcher(name).matches();
    }
}
