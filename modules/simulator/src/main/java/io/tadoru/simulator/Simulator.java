package io.tadoru.simulator;

import java.io.IOException;
import java.nio.file.Path;

/** Writes an office's logs as a scenario's folder, for the real listeners and file readers to take up. */
public final class Simulator {
    private Simulator() {}

    /**
     * Writes the plan's scenario.yml, README.md, expected-chain.json and logs into the folder; the same plan writes the
     * same bytes.
     */
    public static void write(OfficePlan plan, Path folder) throws IOException {
        Logs logs = new Logs(plan);
        live(Office.of(plan), logs);
        logs.writeTo(folder.resolve("logs"));
        new ScenarioFiles(plan).writeTo(folder);
    }

    private static void live(Office office, Logs logs) {
        OfficePlan plan = office.plan();
        MailLife mail = new MailLife(logs.mail, logs.fortigate, office, plan.dice("mail"));
        EdgeLife edge = new EdgeLife(logs.fortigate, plan.dice("edge"));
        office.days().forEach(mail::live);
        office.days().forEach(edge::live);
        office.presences().forEach(mail::live);
        office.presences().forEach(edge::live);
        office.presences().forEach(new LeaseLife(logs.dnsmasq)::live);
        office.presences().forEach(new WebLife(logs.squid, logs.fortigate, Addresses.PROXY, plan.dice("web"))::live);
        office.presences().forEach(new DesktopLife(logs.sysmon, Addresses.PROXY, plan.dice("desktop"))::live);
        new OddsAndEnds(logs, office, plan.dice("odds")).happen();
        infect(plan.incident(), Infection.of(logs, office));
    }

    private static void infect(OfficePlan.Incident incident, Infection infection) {
        switch (incident) {
            case EMOTET -> infection.byMacro();
            case EMOTET_POOR -> infection.byLockedArchive();
        }
    }
}
