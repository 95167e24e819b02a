package io.tadoru.connector;

import io.tadoru.event.Excerpt;
import java.util.Set;

/**
 * One step of {@code read}: a reader set on a field.
 *
 * @param from the field to take apart
 * @param into put before the names of what is found
 * @param absent values that stand for none
 * @param optional whether a text of another form may pass
 * @param expected the form in words, for the reason of a reject
 */
record ReadStep(Reader reader, String from, String into, Set<String> absent, boolean optional, String expected)
        implements Step {

    @Override
    public void run(Draft draft) {
        String text = draft.text(from);
        boolean fits =
                text != null && reader.read(text, draft.raw().context(), (name, value) -> keep(draft, name, value));
        if (fits) {
            draft.use(from);
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
