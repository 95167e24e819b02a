package io.tadoru.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every device's pen, and the files they end in. */
final class Logs {
    final MailServer mail;
    final SysmonLog sysmon;
    final DefenderLog defender;
    final ClamdLog clamd;
    final FortigateLog fortigate;
    final SquidLog squid;
    final DnsmasqLog dnsmasq;

    private final WindowsEvents sysmonEvents;
    private final WindowsEvents defenderEvents;
    private final OfficePlan plan;
    private final Map<String, Logbook> books = new LinkedHashMap<>();

    Logs(OfficePlan plan) {
        this.plan = plan;
        String date = plan.rotated().format(DateTimeFormatter.BASIC_ISO_DATE);
        mail = new MailServer(
                new PostfixLog(book("mail/maillog-" + date), plan.dice("postfix")),
                new RspamdLog(book("mail/rspamd-" + date + ".log"), plan.dice("rspamd")));
        sysmonEvents = new WindowsEvents(sysmonBook(), SysmonLog.CHANNEL);
        sysmon = new SysmonLog(sysmonEvents, plan.dice("sysmon"));
        defenderEvents = new WindowsEvents(book("epp/defender.ndjson"), DefenderLog.CHANNEL);
        defender = new DefenderLog(defenderEvents, plan.dice("defender"));
        clamd = new ClamdLog(book("epp/clamav-" + date + ".log"));
        fortigate = new FortigateLog(book("firewall/fortigate.log"), plan.dice("fortigate"));
        squid = new SquidLog(book("swg/access.log"));
        dnsmasq = new DnsmasqLog(book("identity/dnsmasq-" + date + ".log"));
    }

    void writeTo(Path folder) throws IOException {
        sysmonEvents.finish();
        defenderEvents.finish();
        for (Map.Entry<String, Logbook> book : books.entrySet()) {
            book.getValue().writeTo(folder.resolve(book.getKey()));
        }
    }

    /** The poor office has no Sysmon: what it would have said is never written. */
    private Logbook sysmonBook() {
        return plan.incident() == OfficePlan.Incident.EMOTET ? book("epp/sysmon.ndjson") : new Logbook(plan);
    }

    private Logbook book(String file) {
        Logbook book = new Logbook(plan);
        books.put(file, book);
        return book;
    }
}
