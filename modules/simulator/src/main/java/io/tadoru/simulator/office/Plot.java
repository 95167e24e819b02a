package io.tadoru.simulator.office;

import io.tadoru.simulator.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** One incident while it is thought out: whom it happens to, with whose tools, and the rows of truth it leaves. */
record Plot(String kind, Stage stage, Adversary foe, Dice dice, List<Row> rows) {
    /** What all incidents play on. */
    record Stage(OfficeOrder order, Census census, Calendar calendar, Casting casting, Archive archive) {}

    Victim victim(Predicate<Machine> fit) {
        return stage.casting().draw(dice, fit);
    }

    Victim victimAtHome(Predicate<Machine> fit) {
        return stage.casting().draw(dice, fit, true);
    }

    Row row(String definition) {
        Row row = new Row(String.format(Locale.ROOT, "I-%02d", rows.size() + 1), kind, definition);
        rows.add(row);
        return row;
    }

    Row infection(Victim victim) {
        return row("malware-infection").on(victim).alarming(true);
    }

    Attack attack(Victim victim, Row row) {
        return new Attack(
                victim,
                stage.calendar(),
                Pens.marking(stage.archive(), dice, row.evidence(), row.allowed()),
                Pens.marking(stage.archive(), dice, row.allowed(), row.allowed()),
                foe,
                dice);
    }

    /** Minutes until the protection wakes up, in seconds. */
    int slowly() {
        return dice.between(240, 1_500);
    }

    /** The provider's trace names no attachment, so that an honest examiner may not find the mail. */
    static String[] mailOf(Victim victim) {
        return victim.machine().cloud() ? new String[] {"passed", "no-evidence"} : new String[] {"passed"};
    }

    /** What the gateway did, had it written at the time. */
    String[] gateway(Victim victim, String word) {
        return gatewaySpoke(victim) ? new String[] {word} : new String[] {"silent", "no-evidence", "passed"};
    }

    boolean gatewaySpoke(Victim victim) {
        Span silent = new Sources(stage.order()).silent();
        Span around =
                new Span(victim.at().minus(Duration.ofHours(1)), victim.at().plus(Duration.ofHours(1)));
        return victim.machine().site() == Site.TOKYO || !silent.meets(around);
    }

    boolean decidable(Victim victim) {
        return victim.itsClockIsRight() && victim.machine().sysmon();
    }
}
