package io.tadoru.connector;

import java.util.List;

/**
 * {@code use}: hands the text on to another connector, or with {@code any} to the one that knows it, and takes over what that makes of
 * it: for envelopes around other devices' lines.
 *
 * @param from the name of the text
 * @param optional whether the record may go on when no other reads it
 * @param keep whether what was read here stays with the vendor's, also where the other makes fields of it
 */
record Use(Others others, String id, String from, boolean optional, boolean keep) implements Step {
    private static final String ANY = "any";
    /** An envelope in an envelope in an envelope is nobody's log. */
    private static final int DEPTH = 3;

    private static final List<String> KEYS = List.of("connector", "from", "optional", "keep");

    static Step compile(Spot spot, Others others) {
        if (!spot.isMap()) {
            return new Use(others, id(spot, others), Draft.LINE, false, false);
        }
        spot.only(KEYS);
        return new Use(
                others,
                id(spot.need("connector"), others),
                spot.at("from").map(Spot::text).orElse(Draft.LINE),
                spot.at("optional").map(Spot::flag).orElse(false),
                spot.at("keep").map(Spot::flag).orElse(false));
    }

    private static String id(Spot word, Others others) {
        if (!word.text().equals(ANY) && !others.has(word.text())) {
            throw word.wrong("any, or a connector", others.ids());
        }
        return word.text();
    }

    @Override
    public void run(Draft draft) {
        String text = draft.text(from);
        if (text == null || draft.depth() >= DEPTH) {
            refuse(draft, "no text for another connector");
            return;
        }
        List<Connector> candidates = id.equals(ANY)
                ? others.knowing(text)
                : others.find(id).map(List::of).orElse(List.of());
        Draft refused = null;
        for (Connector candidate : candidates) {
            Draft inner = draft.inside(candidate, text);
            candidate.plan().steps().run(inner);
            if (!(inner.end() instanceof Parsed.Rejected)) {
                draft.use(from);
                draft.absorb(inner, keep);
                return;
            }
            refused = refused == null ? inner : refused;
        }
        refuse(draft, refused == null ? "no connector knows the text inside" : why(refused));
    }

    private static String why(Draft inner) {
        String reason = inner.end() instanceof Parsed.Rejected no ? no.reason() : "";
        return inner.connector().id() + ": " + reason;
    }

    private void refuse(Draft draft, String reason) {
        if (!optional) {
            draft.reject(reason);
        }
    }
}
