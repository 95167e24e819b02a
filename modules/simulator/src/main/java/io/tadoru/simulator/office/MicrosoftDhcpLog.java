package io.tadoru.simulator.office;

import io.tadoru.simulator.LeaseLog;
import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Pc;
import io.tadoru.simulator.Pen;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The audit log of Windows' DHCP server, on the second site. */
record MicrosoftDhcpLog(Pen book) implements LeaseLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM/dd/yy,HH:mm:ss", Locale.ENGLISH).withZone(OfficeTime.ZONE);

    @Override
    public void boots(Instant at, String address, Pc pc) {
        say(at, "10", "Assign", address, pc);
    }

    @Override
    public void renews(Instant at, String address, Pc pc) {
        say(at, "11", "Renew", address, pc);
    }

    private void say(Instant at, String id, String what, String address, Pc pc) {
        long transaction = Integer.toUnsignedLong((at.toString() + pc.name()).hashCode());
        book.add(
                at,
                id + "," + TIME.format(at) + "," + what + "," + address + "," + pc.fqdn() + ","
                        + pc.mac().replace(":", "").toUpperCase(Locale.ROOT) + ",," + transaction
                        + ",0,,,,0x4D53465420352E30,MSFT 5.0,,,,0");
    }
}
