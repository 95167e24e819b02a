package io.tadoru.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Under which names we are reached. A page elsewhere can make its own name point to this machine (DNS rebinding): its
 * requests come under that name, and are refused.
 */
final class HostNames {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Set<String> allowed;
    private final boolean any;

    HostNames(ServeSettings settings) {
        this.allowed = new HashSet<>(LOCAL);
        settings.names().forEach(name -> allowed.add(name.toLowerCase(Locale.ROOT)));
        this.any = settings.names().isEmpty() && !loopback(settings.host());
    }

    /** An open address is meant to be reached under whatever name the network gives it, unless its names are told. */
    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true; // binding will fail for the same reason, and says so
        }
    }

    boolean allow(String name) {
        return any || allowed.contains(name.toLowerCase(Locale.ROOT));
    }
}
