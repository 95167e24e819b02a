package io.tadoru.simulator.office;

import io.tadoru.simulator.OfficeTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The log files of the office: who writes them, how they would come in, and when they say nothing. */
record Sources(OfficeOrder order) {
    /** One of them. */
    record Source(String name, String file, String connector, String via, List<Span> silences) {}

    List<Source> all() {
        String date = order.end().format(DateTimeFormatter.BASIC_ISO_DATE);
        return List.of(
                source("postfix", "mail/maillog-" + date, "postfix", "syslog-tcp"),
                new Source("rspamd", "mail/rspamd-" + date + ".log", "rspamd", "file", List.of(lost())),
                source("exchange", "mail/exchange-online.ndjson", "microsoft_exchange_online_message_trace", "file"),
                source("sysmon", "epp/sysmon.ndjson", "windows_sysmon", "http"),
                source("defender", "epp/defender.ndjson", "microsoft_defender_antivirus", "http"),
                source("apexone", "epp/apexone.log", "trend_micro_apex_one", "syslog-tcp"),
                source("fortigate", "firewall/fortigate.log", "fortinet_fortigate", "syslog-tcp"),
                source("panos", "firewall/panos.log", "panw_panos", "syslog-tcp"),
                source("squid", "swg/access.log", "squid", "file"),
                new Source("ifilter", "swg/ifilter-" + date + ".log", "i_filter", "file", List.of(silent())),
                source("dnsmasq", "identity/dnsmasq-" + date + ".log", "dnsmasq", "syslog-tcp"),
                source("dhcp", "identity/dhcpsrvlog.log", "microsoft_dhcp", "file"),
                source("dovecot", "identity/dovecot-" + date + ".log", "dovecot", "syslog-tcp"),
                source("security", "identity/security.ndjson", "windows_security", "http"));
    }

    /** The second site's gateway says nothing for an afternoon. */
    Span silent() {
        return new Span(
                OfficeTime.at(order.from().plusDays(1), "13:00"),
                OfficeTime.at(order.from().plusDays(1), "17:00"));
    }

    /** The scanner's log was not kept to the end. */
    Span lost() {
        return new Span(OfficeTime.at(order.end().minusDays(1), "12:00"), Instant.MAX);
    }

    private static Source source(String name, String file, String connector, String via) {
        return new Source(name, file, connector, via, List.of());
    }
}
