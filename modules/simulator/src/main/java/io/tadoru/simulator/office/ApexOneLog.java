package io.tadoru.simulator.office;

import io.tadoru.simulator.DefenderLog.Threat;
import io.tadoru.simulator.Pen;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Trend Micro Apex One, as Apex Central forwards it: CEF, in GMT, to the second. */
record ApexOneLog(Pen book) implements EppLog {
    private static final DateTimeFormatter SYSLOG = utc("MMM ppd HH:mm:ss");
    private static final DateTimeFormatter RECEIVED = utc("MMM dd yyyy HH:mm:ss");
    private static final int FORWARDED_AFTER = 41;

    @Override
    public Instant raise(Alarm alarm) {
        Instant second = alarm.acted().truncatedTo(ChronoUnit.SECONDS);
        book.add(alarm.acted(), head(alarm) + when(alarm, second) + whose(alarm) + where(alarm));
        return second;
    }

    private static String head(Alarm alarm) {
        return "<134>" + SYSLOG.format(alarm.acted().plusSeconds(FORWARDED_AFTER))
                + " apexcentral01 CEF:0|Trend Micro|Apex Central|2019|AV:" + word(alarm.outcome()) + "|"
                + alarm.threat().name() + "|3|";
    }

    private static String when(Alarm alarm, Instant second) {
        String scan = alarm.trigger() == Trigger.SCHEDULED ? "Scheduled Scan" : "Real-time Scan";
        return "rt=" + RECEIVED.format(second) + " GMT+00:00 act=" + word(alarm.outcome())
                + " cs5Label=VLF_FirstActionResult cs5=" + word(alarm.outcome())
                + " cnt=1 cs1Label=VLF_FunctionCode cs1="
                + scan + " cat=1703 dvchost=apexone01 ";
    }

    private static String whose(Alarm alarm) {
        return "dhost=" + alarm.where().pc().name() + " duser="
                + escaped(alarm.where().pc().account()) + " dst="
                + alarm.where().address() + " TMCMLogDetectedHost="
                + alarm.where().pc().name()
                + " TMCMLogDetectedIP=" + alarm.where().address() + " ";
    }

    private static String where(Alarm alarm) {
        Threat threat = alarm.threat();
        int cut = threat.path().lastIndexOf('\\') + 1;
        return "fname=" + threat.path().substring(cut) + " filePath="
                + escaped(threat.path().substring(0, cut))
                + " deviceFacility=Apex One deviceNtDomain=EXAMPLE dntdom=Clients ApexCentralHost=apexcentral01"
                + " TMCMdevicePlatform=Windows 10";
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case QUARANTINED -> "File quarantined";
            case BLOCKED -> "Access denied";
            case FAILED -> "Unable to quarantine file";
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\");
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
