package io.tadoru.connector;

import io.tadoru.event.Excerpt;
import java.util.List;
import java.util.Set;

/**
 * One step of {@code read}: a reader set on a field.
 *
 * @param when only then
 * @param from what to take apart: the first of these that has a value
 * @param into put before the names of what is found
 * @param absent values that stand for none
 * @param optional whether a text of another form may pass
 * @param expected the form in words, for the reason of a reject
 */
record ReadStep(
        Reader reader,
        Condition when,
        List<String> from,
        String into,
        Set<String> absent,
        boolean optional,
        String expected)
        implements Step {

    @Override
    public void run(Draft draft) {
        if (!when.test(draft)) {
            return;
        }
        String name = from.stream()
                .filter(f -> draft.get(f) != null)
                .findFirst()
                .orElse(Draft.LINE.equals(from.get(0)) ? Draft.LINE : "");
        String text = draft.text(name);
        boolean fits =
                text != null && reader.read(text, draft.raw().context(), (key, value) -> keep(draft, key, value));
        if (fits) {
            draft.use(name);
        } else if (!optional) {
            draft.reject("expected " + expected + ", found: " + (text == null ? "nothing" : Excerpt.of(text)));
        }
    }

    private void keep(Draft draft, String name, Object value) {
        if (!(value instanceof String text && absent.contains(text))) {
            draft.put(into.isEmpty() ? name : into + name, value);
        }
    }
}
