package io.tadoru.simulator;

import java.time.Instant;

/** dnsmasq's DHCP lines on the gateway. */
public record DnsmasqLog(Pen book) implements LeaseLog {
    @Override
    public void boots(Instant at, String address, Pc pc) {
        say(at.minusMillis(900), "DHCPDISCOVER(eth1) " + pc.mac());
        say(at.minusMillis(890), "DHCPOFFER(eth1) " + address + " " + pc.mac());
        renews(at, address, pc);
    }

    @Override
    public void renews(Instant at, String address, Pc pc) {
        say(at.minusMillis(10), "DHCPREQUEST(eth1) " + address + " " + pc.mac());
        say(at, "DHCPACK(eth1) " + address + " " + pc.mac() + " " + pc.name());
    }

    private void say(Instant at, String text) {
        book.add(at, OfficeTime.syslog(at) + " gw dnsmasq-dhcp[512]: " + text);
    }
}
