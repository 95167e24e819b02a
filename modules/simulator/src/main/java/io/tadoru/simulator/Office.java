package io.tadoru.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The people, their PCs and when those are on. */
record Office(OfficePlan plan, List<Pc> pcs, List<Presence> presences) {
    static final String VICTIM_USER = "taro";

    private static final List<String> NAMES = List.of(
            "hanako",
            "kenji",
            "yumi",
            "satoshi",
            "naoko",
            "takumi",
            "misaki",
            "hiroshi",
            "ayaka",
            "makoto",
            "emi",
            "daichi",
            "sakura",
            "yuta",
            "kaori",
            "shota",
            "mayumi",
            "ryo",
            "chiaki",
            "kazuo",
            "rina",
            "noboru",
            "tomoko",
            "akira",
            "yoko",
            "jun",
            "megumi",
            "osamu",
            "haruka",
            "susumu",
            "keiko",
            "minoru",
            "aoi",
            "tsuyoshi",
            "fumi",
            "goro",
            "nanami",
            "shinji",
            "eriko",
            "isamu",
            "mika",
            "hideo");

    static Office of(OfficePlan plan) {
        List<Pc> pcs = IntStream.rangeClosed(1, plan.hosts())
                .map(number -> number == plan.hosts() ? Math.max(number, Pc.VICTIM) : number)
                .mapToObj(number -> new Pc(number, user(number)))
                .toList();
        return new Office(plan, pcs, presences(plan, pcs));
    }

    Pc victim() {
        return pcs.stream().filter(pc -> pc.number() == Pc.VICTIM).findFirst().orElseThrow();
    }

    List<LocalDate> days() {
        return plan.from().datesUntil(plan.rotated()).toList();
    }

    private static String user(int number) {
        if (number == Pc.VICTIM) {
            return VICTIM_USER;
        }
        int round = (number - 1) / NAMES.size();
        return NAMES.get((number - 1) % NAMES.size()) + (round == 0 ? "" : Integer.toString(round + 1));
    }

    private static List<Presence> presences(OfficePlan plan, List<Pc> pcs) {
        Roster roster = new Roster(plan.dice("roster"));
        List<Presence> presences = new ArrayList<>();
        plan.from().datesUntil(plan.rotated()).forEach(day -> pcs.forEach(pc -> presences.addAll(roster.on(day, pc))));
        return List.copyOf(presences);
    }
}
