package io.tadoru.simulator.office;

import io.tadoru.simulator.Dice;
import io.tadoru.simulator.Pc;
import io.tadoru.simulator.Presence;
import io.tadoru.simulator.WindowsEvents.WindowsEvent;
import io.tadoru.simulator.WindowsLog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Windows' logons, and the services that are installed.
 *
 * @param security of the channel of that name
 * @param system of the service control manager
 */
record SecurityLog(WindowsLog security, WindowsLog system, Dice dice) {
    /** Event 4624, at the machine itself or over the network from another. */
    void logsOn(Instant at, Presence machine, Pc user, String from) {
        Map<String, String> data = new LinkedHashMap<>();
        boolean local = from.equals(machine.address());
        data.put("SubjectUserSid", "S-1-5-18");
        data.put("SubjectUserName", machine.pc().name() + "$");
        data.put("SubjectDomainName", "EXAMPLE");
        data.put("TargetUserSid", sid(user));
        data.put("TargetUserName", user.user());
        data.put("TargetDomainName", "EXAMPLE");
        data.put("TargetLogonId", "0x" + dice.hex(5));
        data.put("LogonType", local ? "2" : "3");
        data.put("WorkstationName", local ? machine.pc().name() : user.name());
        data.put("IpAddress", local ? "127.0.0.1" : from);
        data.put("IpPort", local ? "0" : Integer.toString(dice.port()));
        data.put("AuthenticationPackageName", "Negotiate");
        security.add(new WindowsEvent(at, machine, 4624, "information", "Logon", data));
    }

    /** Event 4625. */
    void isRefused(Instant at, Presence machine, Pc user) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("TargetUserSid", "S-1-0-0");
        data.put("TargetUserName", user.user());
        data.put("TargetDomainName", "EXAMPLE");
        data.put("Status", "0xc000006d");
        data.put("SubStatus", "0xc000006a");
        data.put("LogonType", "2");
        data.put("WorkstationName", machine.pc().name());
        data.put("IpAddress", "127.0.0.1");
        data.put("IpPort", "0");
        security.add(new WindowsEvent(at, machine, 4625, "information", "Logon", data));
    }

    /** Event 7045. */
    void serviceIsInstalled(Instant at, Presence machine, String name, String image) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("ServiceName", name);
        data.put("ImagePath", image);
        data.put("ServiceType", "user mode service");
        data.put("StartType", "demand start");
        data.put("AccountName", "LocalSystem");
        system.add(new WindowsEvent(at, machine, 7045, "information", "None", data));
    }

    private static String sid(Pc user) {
        return "S-1-5-21-1004336348-1177238915-682003330-"
                + (1_100 + Math.floorMod(user.user().hashCode(), 8_000));
    }
}
