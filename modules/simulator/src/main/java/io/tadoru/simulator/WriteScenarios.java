package io.tadoru.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Rewrites the scenarios that are checked in: run with the checkout's root as the argument. */
public final class WriteScenarios {
    /** The plans behind the folders in {@code scenarios/}. */
    static final List<OfficePlan> PLANS =
            List.of(OfficePlan.emotet(40, 6, 20220226), OfficePlan.emotetPoor(34, 6, 20220227));

    private WriteScenarios() {}

    /** Writes into {@code scenarios/} below the root given. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length > 0 ? args[0] : ".");
        for (OfficePlan plan : PLANS) {
            Simulator.write(plan, folder(root, plan));
        }
    }

    static Path folder(Path root, OfficePlan plan) {
        return root.resolve("scenarios").resolve(plan.incident().scenario());
    }
}
