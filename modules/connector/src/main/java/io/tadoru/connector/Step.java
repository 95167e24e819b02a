package io.tadoru.connector;

/** One step of a plan; it changes the draft or ends it. */
@FunctionalInterface
interface Step {
    void run(Draft draft);

    /** The steps one after the other, until one ends the draft. */
    static Step all(java.util.List<Step> steps) {
        Step[] plan = steps.toArray(Step[]::new);
        return draft -> {
            for (int i = 0; i < plan.length && draft.open(); i++) {
                plan[i].run(draft);
            }
        };
    }
}
