package io.tadoru.connector;

import java.util.List;

/** {@code adopt: true}: what was read under a field's own name becomes that field, where its form fits. */
enum Adopt implements Step {
    FIELDS;

    @Override
    public void run(Draft draft) {
        for (String name : List.copyOf(draft.read().keySet())) {
            EcsFields.find(name).ifPresent(ecs -> adopt(new Target(name, ecs.type(), ecs.list()), draft));
        }
    }

    private static void adopt(Target target, Draft draft) {
        Object value = draft.read().get(target.field());
        Object fit = value == null || draft.has(target.field()) ? null : target.fit(Source.list(value), draft);
        if (fit != null) {
            draft.set(target.field(), fit);
            draft.use(target.field());
        }
    }
}
