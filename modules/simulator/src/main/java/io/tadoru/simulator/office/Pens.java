package io.tadoru.simulator.office;

import io.tadoru.simulator.DefenderLog;
import io.tadoru.simulator.Dice;
import io.tadoru.simulator.DnsmasqLog;
import io.tadoru.simulator.EdgeLog;
import io.tadoru.simulator.FortigateLog;
import io.tadoru.simulator.LeaseLog;
import io.tadoru.simulator.MailGate;
import io.tadoru.simulator.MailServer;
import io.tadoru.simulator.Pen;
import io.tadoru.simulator.PostfixLog;
import io.tadoru.simulator.ProxyLog;
import io.tadoru.simulator.RspamdLog;
import io.tadoru.simulator.SquidLog;
import io.tadoru.simulator.SysmonLog;
import io.tadoru.simulator.WindowsEvents.Channel;
import java.time.Duration;
import java.util.Optional;

/** All devices' writers, whose lines are noted as somebody's evidence or as nobody's. */
final class Pens {
    /** The second site's firewall was never told the time. */
    static final Duration PANOS_AHEAD = Duration.ofSeconds(11);

    private static final Channel SECURITY = new Channel("Security", "Microsoft-Windows-Security-Auditing");
    private static final Channel SYSTEM = new Channel("System", "Service Control Manager");

    private final MailGate mx;
    private final MailGate provider;
    private final SysmonLog sysmon;
    private final Defender defender;
    private final EppLog apexOne;
    private final EdgeLog fortigate;
    private final EdgeLog panos;
    private final ProxyLog squid;
    private final ProxyLog ifilter;
    private final LeaseLog dnsmasq;
    private final LeaseLog dhcp;
    private final DovecotLog dovecot;
    private final SecurityLog security;

    private Pens(Archive a, Dice dice, Optional<Hashes> mark, Optional<Hashes> beside) {
        mx = new MailServer(
                new PostfixLog(postfix(a.pen("postfix", mark), a.pen("postfix", beside)), dice),
                new RspamdLog(a.pen("rspamd", beside), dice));
        provider = new ExchangeOnlineLog(a.pen("exchange", mark), dice);
        sysmon = new SysmonLog(a.channel("sysmon", SysmonLog.CHANNEL, mark), dice);
        defender = new Defender(a.channel("defender", DefenderLog.CHANNEL, mark), dice);
        apexOne = new ApexOneLog(a.pen("apexone", mark));
        fortigate = new FortigateLog(a.pen("fortigate", mark), dice);
        panos = new PanosLog(a.pen("panos", mark), dice, PANOS_AHEAD);
        squid = new SquidLog(a.pen("squid", mark));
        ifilter = new IFilterLog(a.pen("ifilter", mark), dice);
        dnsmasq = new DnsmasqLog(a.pen("dnsmasq", mark));
        dhcp = new MicrosoftDhcpLog(a.pen("dhcp", mark));
        dovecot = new DovecotLog(a.pen("dovecot", mark), dice);
        security = new SecurityLog(a.channel("security", SECURITY, mark), a.channel("security", SYSTEM, mark), dice);
    }

    static Pens ordinary(Archive archive, Dice dice) {
        return new Pens(archive, dice, Optional.empty(), Optional.empty());
    }

    /** Of the lines that tell one mail, the one that says what became of it is the evidence. */
    static Pens marking(Archive archive, Dice dice, Hashes mark, Hashes beside) {
        return new Pens(archive, dice, Optional.of(mark), Optional.of(beside));
    }

    private static Pen postfix(Pen fate, Pen beside) {
        return (at, text) -> (text.contains("status=") || text.contains("reject: ") ? fate : beside).add(at, text);
    }

    MailGate mail(boolean cloud) {
        return cloud ? provider : mx;
    }

    EppLog epp(Machine machine) {
        return machine.epp() == Machine.Maker.DEFENDER ? defender : apexOne;
    }

    EdgeLog edge(Site site) {
        return site == Site.TOKYO ? fortigate : panos;
    }

    ProxyLog proxy(Site site) {
        return site == Site.TOKYO ? squid : ifilter;
    }

    LeaseLog leases(Site site) {
        return site == Site.TOKYO ? dnsmasq : dhcp;
    }

    Defender defender() {
        return defender;
    }

    SysmonLog sysmon() {
        return sysmon;
    }

    DovecotLog dovecot() {
        return dovecot;
    }

    SecurityLog security() {
        return security;
    }
}
