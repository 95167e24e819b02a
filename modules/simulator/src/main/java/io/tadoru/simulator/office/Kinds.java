package io.tadoru.simulator.office;

import java.util.List;
import java.util.function.Consumer;

/** The kinds of incidents, in the order in which they take turns. */
final class Kinds {
    /** A name, and how it goes. */
    record Kind(String name, Consumer<Plot> play) {}

    static final List<Kind> ALL = List.of(
            new Kind("macro-mail", ByMail::macro),
            new Kind("locked-archive", ByMail::lockedArchive),
            new Kind("mail-to-many", ByMail::toMany),
            new Kind("c2-by-proxy", Contacts::byProxy),
            new Kind("c2-denied", Contacts::denied),
            new Kind("tunnel-across-quarantine", Contacts::acrossQuarantine),
            new Kind("c2-after-quarantine", Contacts::afterQuarantine),
            new Kind("quarantine-failed", Protections::fails),
            new Kind("dropper-quarantined-copy-runs-on", Protections::takesOnlyTheDropper),
            new Kind("scheduled-scan-old-file", Protections::findsWhatNeverRan),
            new Kind("scheduled-scan-had-run", Protections::findsWhatHadRun),
            new Kind("stopped-at-mail", Refusals::atMail),
            new Kind("stopped-at-swg", Refusals::atGateway),
            new Kind("stopped-by-epp-on-access", Refusals::onAccess),
            new Kind("lease-moves", Moves::lease),
            new Kind("usb-infection", Moves::byUsb),
            new Kind("lateral", Moves::lateral),
            new Kind("stolen-password", Outsiders::stolenPassword),
            new Kind("impersonation-only", Outsiders::impersonation),
            new Kind("dead-agent", Moves::deadAgent),
            new Kind("laptop-at-home", Moves::atHome));

    private Kinds() {}
}
