package io.tadoru.simulator;

import java.time.LocalDate;

/** Which address a PC leases on which day; a few change hands, which is what makes "whose was it?" a question. */
public final class Addresses {
    public static final String MAIL = "10.20.1.25";
    public static final String FILES = "10.20.1.30";
    public static final String PROXY = "10.20.1.80";
    public static final String GATEWAY = "10.20.1.1";
    public static final String OUTSIDE = "192.0.2.1";

    private static final LocalDate FRIDAY = LocalDate.of(2022, 2, 25);
    private static final LocalDate MONDAY = LocalDate.of(2022, 2, 28);
    private static final int A_SUBNET = 150;

    private Addresses() {}

    public static String of(Pc pc, LocalDate day) {
        boolean friday = day.equals(FRIDAY);
        return switch (pc.number()) {
            case 9 -> friday ? "10.20.30.142" : own(9);
            case Pc.VICTIM -> friday ? "10.20.30.252" : own(Pc.VICTIM);
            case 17 -> friday ? "10.20.30.150" : own(17);
            case 31 -> day.isBefore(MONDAY) ? own(31) : "10.20.30.150";
            case 50 -> "10.20.30.251"; // its own would be the one that changes hands above
            default -> own(pc.number());
        };
    }

    private static String own(int number) {
        int index = number - 1;
        return "10.20." + (30 + index / A_SUBNET) + "." + (101 + index % A_SUBNET);
    }
}
