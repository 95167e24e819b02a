package io.tadoru.connector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of the event that a connector sets, with the form its values take. */
record Target(String field, Type type, boolean list) {
    private static final int MAX_VALUES = 1000;

    static Target of(Spot name) {
        return of(name, name.text());
    }

    /** A field that the name stands for. */
    static Target of(Spot name, String field) {
        EcsFields.Ecs ecs = EcsFields.find(field)
                .orElseThrow(() -> name.wrong("a field of ECS or one of tadoru's", EcsFields.names()));
        return new Target(field, ecs.type(), ecs.list());
    }

    /** The values in the field's form: those that fit; null when none does. A lone value is a list only where it must be. */
    @Nullable
    Object fit(List<?> values, Draft draft) {
        List<Object> fitting = new ArrayList<>();
        for (Object value : values) {
            Object typed = type.of(value, draft);
            boolean kept = typed != null && !"".equals(typed) && Vocabulary.allows(field, typed);
            if (typed != null && kept && fitting.size() < MAX_VALUES && !fitting.contains(typed)) {
                fitting.add(typed);
            }
        }
        return shaped(fitting);
    }

    private @Nullable Object shaped(List<Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        boolean one = type == Type.INSTANT || (values.size() == 1 && !list);
        return one ? values.get(0) : List.copyOf(values);
    }
}
