package io.tadoru.simulator.office;

import io.tadoru.simulator.Dice;
import io.tadoru.simulator.Mail;
import java.util.List;
import java.util.Locale;

/** Who is behind one incident: names and addresses that no other uses, as far as the documentation's networks reach. */
record Adversary(
        Mail.Peer server,
        String sender,
        String dropper,
        String shop,
        String control,
        int port,
        String document,
        String loader,
        String threat) {
    static Adversary of(int number, Dice dice) {
        String domain = dice.letters(7) + ".example.net";
        return new Adversary(
                new Mail.Peer("mail." + domain, "192.0.2." + (100 + number % 90)),
                dice.letters(5) + "@" + domain,
                "203.0.113." + (2 + number % 140),
                "shop." + domain,
                "198.51.100." + (2 + number % 96),
                dice.pick(List.of(8080, 7080, 4143)),
                dice.pick(List.of("invoice", "seikyu", "nouhin", "mitsumori")) + "_" + dice.between(1_000, 9_999),
                dice.letters(5),
                "Trojan:Win32/" + dice.pick(List.of("Emotet", "Qakbot", "IcedId")) + "."
                        + dice.letters(3).toUpperCase(Locale.ROOT) + "!MTB");
    }
}
