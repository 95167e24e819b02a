package io.tadoru.simulator;

import java.time.Instant;
import java.util.List;

/** What browsers and updaters fetch through the proxy, and the proxy's own sessions through the firewall. */
public record WebLife(ProxyLog squid, EdgeLog fortigate, String proxy, Dice dice) {
    private static final int REQUESTS_AN_HOUR = 7;
    private static final String SERVICES = "telemetry.example.com";
    private static final List<String> TYPES =
            List.of("text/html", "image/png", "image/jpeg", "text/css", "application/javascript");
    private static final List<String> CATEGORIES = List.of(
            "cat=36 catdesc=\"News and Media\"",
            "cat=52 catdesc=\"Information Technology\"",
            "cat=49 catdesc=\"Business\"",
            "cat=41 catdesc=\"Search Engines and Portals\"");
    private static final String GAMES = "cat=20 catdesc=\"Games\"";

    public void live(Presence presence) {
        for (int i = presence.times(REQUESTS_AN_HOUR); i > 0; i--) {
            Instant at = dice.within(presence.from().plusSeconds(70), presence.until());
            if (presence.attended()) {
                browse(at, presence.address());
            } else {
                tunnel(at, presence.address(), SERVICES);
            }
        }
        if (presence.booted() && dice.chance(30)) {
            update(dice.within(presence.from().plusSeconds(70), presence.until()), presence.address());
        }
    }

    private void browse(Instant at, String client) {
        int kind = dice.below(100);
        String site = dice.pick(Internet.SITES);
        if (kind < 72) {
            tunnel(at, client, site);
        } else if (kind < 87) {
            fetch(at, client, site);
        } else if (kind < 97) {
            squid.log(at, dice.below(9), SquidLog.hit(client, bytes(), page(site), dice.pick(TYPES)));
        } else {
            refuse(at, client, dice.pick(Internet.BLOCKED_SITES));
        }
    }

    private void tunnel(Instant at, String client, String site) {
        long bytes = dice.between(1_900, 240_000);
        int millis = dice.between(300, 62_000);
        squid.log(at, millis, SquidLog.tunnel(client, bytes, site, Internet.address(site)));
        if (dice.chance(15)) {
            FortigateLog.Session session = proxys(site, 443, millis / 1000, bytes);
            fortigate.closed(at.plusMillis(80), session);
            if (dice.chance(25)) {
                fortigate.webFiltered(at.minusMillis(millis), session, site, dice.pick(CATEGORIES), false);
            }
        }
    }

    private void fetch(Instant at, String client, String site) {
        long bytes = bytes();
        squid.log(
                at,
                dice.between(18, 900),
                SquidLog.get(client, bytes, page(site), Internet.address(site), dice.pick(TYPES)));
        if (dice.chance(15)) {
            fortigate.closed(at.plusSeconds(5), proxys(site, 80, dice.between(1, 9), bytes));
        }
    }

    private void refuse(Instant at, String client, String site) {
        squid.log(at, 0, SquidLog.denied(client, dice.between(3_880, 3_940), "http://" + site + "/"));
        if (dice.chance(20)) {
            fortigate.webFiltered(at.plusSeconds(2), proxys(site, 443, 0, 0), site, GAMES, true);
        }
    }

    private void update(Instant at, String client) {
        String host = dice.pick(Internet.UPDATE_HOSTS);
        String file = dice.pick(List.of("reader_update.msi", "browser_setup.exe", "printer_driver_4.2.exe"));
        long bytes = dice.between(2_400_000, 48_000_000);
        String url = "http://" + host + "/pub/" + file;
        squid.log(
                at,
                dice.between(2_000, 40_000),
                SquidLog.get(client, bytes, url, Internet.address(host), "application/octet-stream"));
        fortigate.closed(at.plusSeconds(5), proxys(host, 80, 40, bytes));
    }

    private FortigateLog.Session proxys(String site, int service, int seconds, long bytes) {
        return new FortigateLog.Session(
                proxy, dice.port(), Internet.address(site), service, 6, seconds, dice.between(700, 9_000), bytes);
    }

    private String page(String site) {
        return "http://" + site + "/" + dice.letters(5) + "/" + dice.below(9_000);
    }

    private long bytes() {
        return dice.between(600, 180_000);
    }
}
