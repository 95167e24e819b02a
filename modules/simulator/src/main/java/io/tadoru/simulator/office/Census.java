package io.tadoru.simulator.office;

import io.tadoru.simulator.Addresses;
import io.tadoru.simulator.Dice;
import io.tadoru.simulator.Pc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everybody and every machine of the office. */
record Census(List<Machine> personal, Machine files, Machine domain, Machine helpDesk, Machine terminal) {
    private static final List<String> NAMES = List.of(
            "taro", "hanako", "kenji", "yumi", "satoshi", "naoko", "takumi", "misaki", "hiroshi", "ayaka", "makoto",
            "emi", "daichi", "sakura", "yuta", "kaori", "shota", "mayumi", "ryo", "chiaki", "kazuo", "rina", "noboru",
            "tomoko", "akira", "yoko", "jun", "megumi", "osamu", "haruka", "susumu", "keiko", "minoru", "aoi");
    private static final int A_CLOCK_IS_WRONG = 11;

    static Census of(OfficeOrder order) {
        Dice dice = Dice.of(order.seed(), "census");
        List<Machine> personal = new ArrayList<>();
        for (int i = 0; i < order.hosts(); i++) {
            personal.add(machine(i, dice));
        }
        return new Census(
                List.copyOf(personal),
                server(9_001, "SRV-FILE01", 30),
                server(9_002, "SRV-DC01", 10),
                server(9_003, "ADM-01", 40),
                terminal(personal));
    }

    private static Machine machine(int i, Dice dice) {
        Site site = i % 4 == 3 ? Site.OSAKA : Site.TOKYO;
        boolean laptop = dice.chance(30);
        boolean elsewhere = i % 6 == 5; // bought with another protection, and nobody watches its processes
        return new Machine(
                laptop ? Machine.Kind.LAPTOP : Machine.Kind.DESKTOP,
                site,
                i,
                users(i),
                !elsewhere && i % 10 != 8,
                elsewhere ? Machine.Maker.APEX_ONE : Machine.Maker.DEFENDER,
                i % 5 == 4,
                i == A_CLOCK_IS_WRONG ? Duration.ofSeconds(247) : Duration.ZERO);
    }

    /** Some have a second PC, and some PCs a second user. */
    private static List<Pc> users(int i) {
        Pc owner = new Pc(i + 1, user(i % 15 == 14 ? i - 1 : i));
        return i % 12 == 7 ? List.of(owner, new Pc(i + 1, "part" + (i + 1))) : List.of(owner);
    }

    private static String user(int i) {
        int round = i / NAMES.size();
        return NAMES.get(i % NAMES.size()) + (round == 0 ? "" : Integer.toString(round + 1));
    }

    private static Machine server(int number, String name, int index) {
        String user = name.startsWith("ADM") ? "helpdesk" : "administrator";
        return fixed(Machine.Kind.SERVER, index, List.of(new Pc(number, user, name)));
    }

    private static Machine terminal(List<Machine> personal) {
        List<Pc> users = personal.stream()
                .filter(m -> m.pc().number() % 9 == 2)
                .limit(12)
                .map(m -> new Pc(9_004, m.pc().user(), "SRV-TS01"))
                .toList();
        return fixed(Machine.Kind.TERMINAL, 20, users);
    }

    private static Machine fixed(Machine.Kind kind, int index, List<Pc> users) {
        return new Machine(kind, Site.TOKYO, index, users, true, Machine.Maker.DEFENDER, false, Duration.ZERO);
    }

    /** The servers' addresses never change. */
    static String fixedAddress(Machine machine) {
        return machine.index() == 30 ? Addresses.FILES : "10.20.1." + machine.index();
    }

    List<Machine> servers() {
        return List.of(files, domain, helpDesk, terminal);
    }

    boolean usesTheProvider(Pc pc) {
        return personal.stream().anyMatch(m -> m.cloud() && m.pc().user().equals(pc.user()));
    }
}
