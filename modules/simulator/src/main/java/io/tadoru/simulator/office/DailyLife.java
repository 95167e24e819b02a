package io.tadoru.simulator.office;

import io.tadoru.simulator.DesktopLife;
import io.tadoru.simulator.Dice;
import io.tadoru.simulator.EdgeLife;
import io.tadoru.simulator.LeaseLife;
import io.tadoru.simulator.Presence;
import io.tadoru.simulator.WebLife;
import java.time.Instant;
import java.time.LocalDate;

/** What every machine writes on a day on which nothing happens to it. */
record DailyLife(OfficeOrder order, Census census, Calendar calendar, Pens pens) {
    private static final int WITHOUT_BROWSING = 35;

    void live(LocalDate day) {
        Dice dice = Dice.of(order.seed(), "life/" + day);
        new EdgeLife(pens.edge(Site.TOKYO), dice).live(day);
        OfficeMail mail = new OfficeMail(pens, census, dice);
        mail.live(day);
        census.personal().forEach(machine -> live(day, machine, mail));
        census.servers().forEach(machine -> live(day, machine, mail));
    }

    private void live(LocalDate day, Machine machine, OfficeMail mail) {
        Dice dice = Dice.of(order.seed(), "life/" + day + "/" + machine.name());
        for (Stay stay : calendar.on(day, machine)) {
            boolean alive = calendar.agentLives(machine, stay.from());
            if (alive) {
                watched(stay, dice);
            }
            if (!stay.home()) {
                onTheNetwork(stay, dice);
            }
            if (machine.kind() != Machine.Kind.SERVER) {
                person(stay, mail, dice, alive);
            }
        }
    }

    private void watched(Stay stay, Dice dice) {
        Presence where = stay.byItsClock();
        if (stay.machine().sysmon()) {
            new DesktopLife(pens.sysmon(), stay.machine().site().proxy(), dice).live(where);
        }
        if (stay.machine().epp() == Machine.Maker.DEFENDER) {
            for (Instant at = where.from().plusSeconds(400); at.isBefore(where.until()); at = at.plusSeconds(14_400)) {
                pens.defender().updates(at, where);
            }
        }
    }

    private void onTheNetwork(Stay stay, Dice dice) {
        Machine machine = stay.machine();
        if (machine.personal()) {
            new LeaseLife(pens.leases(machine.site())).live(stay.presence());
        }
        new EdgeLife(pens.edge(machine.site()), dice).live(stay.presence());
        browses(stay, dice);
    }

    /** The more lines are wanted, the more often somebody browses. */
    private void browses(Stay stay, Dice dice) {
        int share = Math.max(0, order.linesPerDay() - WITHOUT_BROWSING) * 100 / (OfficeOrder.LINES - WITHOUT_BROWSING);
        WebLife web = new WebLife(
                pens.proxy(stay.machine().site()),
                pens.edge(stay.machine().site()),
                stay.machine().site().proxy(),
                dice);
        for (int i = 0; i < share / 100; i++) {
            web.live(stay.presence());
        }
        if (dice.chance(share % 100)) {
            web.live(stay.presence());
        }
    }

    private void person(Stay stay, OfficeMail mail, Dice dice, boolean alive) {
        Presence where = stay.presence();
        if (alive && stay.machine().epp() == Machine.Maker.DEFENDER) {
            Presence byItsClock = stay.byItsClock();
            if (dice.chance(8)) {
                pens.security().isRefused(byItsClock.from().plusSeconds(20), byItsClock, where.pc());
            }
            pens.security().logsOn(byItsClock.from().plusSeconds(35), byItsClock, where.pc(), where.address());
        }
        if (!stay.home() && !stay.machine().cloud()) {
            pens.dovecot().enters(where.from().plusSeconds(60), where.pc().mailbox(), where.address());
            for (int i = dice.between(0, 3); i > 0; i--) {
                mail.send(where.some(dice), stay);
            }
        }
    }
}
