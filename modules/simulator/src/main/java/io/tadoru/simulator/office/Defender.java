package io.tadoru.simulator.office;

import io.tadoru.simulator.DefenderLog;
import io.tadoru.simulator.Dice;
import io.tadoru.simulator.Presence;
import io.tadoru.simulator.WindowsEvents.WindowsEvent;
import io.tadoru.simulator.WindowsLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Microsoft Defender Antivirus where it does not only quarantine: it refuses, fails, or finds what lay there long. */
record Defender(WindowsLog events, Dice dice) implements EppLog {
    @Override
    public Instant raise(Alarm alarm) {
        List<WindowsEvent> both = new ArrayList<>();
        new DefenderLog(both::add, dice).quarantined(alarm.found(), alarm.acted(), alarm.where(), alarm.threat());
        both.forEach(event -> events.add(turned(event, alarm)));
        return alarm.acted();
    }

    /** Event 2000: signatures were updated, which says that it lives. */
    void updates(Instant at, Presence where) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Product Name", "Microsoft Defender Antivirus");
        data.put("Current security intelligence Version", "1.389." + dice.between(100, 2_999) + ".0");
        data.put("Update Source", "Microsoft Update Server");
        data.put("Security intelligence Type", "AntiVirus");
        events.add(new WindowsEvent(at, where, 2000, "information", "None", data));
    }

    private static WindowsEvent turned(WindowsEvent event, Alarm alarm) {
        Map<String, String> data = new LinkedHashMap<>(event.data());
        if (alarm.trigger() == Trigger.SCHEDULED) {
            data.put("Source ID", "2");
            data.put("Source Name", "System");
            data.put("Process Name", "Unknown");
            data.put("Execution ID", "0");
            data.put("Execution Name", "Unknown");
            data.put("Detection User", "NT AUTHORITY\\SYSTEM");
        }
        boolean action = event.id() == 1117;
        if (action && alarm.outcome() == Outcome.BLOCKED) {
            data.put("Action ID", "10");
            data.put("Action Name", "Block");
        }
        boolean failed = action && alarm.outcome() == Outcome.FAILED;
        if (failed) {
            data.put("Error Code", "0x80508023");
            data.put(
                    "Error Description",
                    "The program could not find the malware and other potentially unwanted software. ");
        }
        return new WindowsEvent(
                event.at(),
                event.where(),
                failed ? 1119 : event.id(),
                failed ? "error" : event.level(),
                event.task(),
                data);
    }
}
