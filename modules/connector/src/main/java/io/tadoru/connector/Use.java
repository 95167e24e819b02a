package io.tadoru.connector;

import java.util.List;
import java.util.Optional;

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
        Optional<Draft> read = candidates.stream()
                .map(c -> read(c, text, draft))
                .filter(Use::reads)
                .findFirst();
        if (read.isPresent()) {
            draft.use(from);
            draft.absorb(read.get(), keep);
        } else {
            refuse(
                    draft,
                    candidates.isEmpty()
                            ? "no connector knows the text inside"
                            : inside(candidates.get(0), text, draft));
        }
    }

    private static Draft read(Connector connector, String text, Draft outer) {
        Draft inner = outer.inside(connector, text);
        connector.plan().steps().run(inner);
        return inner;
    }

    private static boolean reads(Draft draft) {
        return !(draft.end() instanceof Parsed.Rejected);
    }

    private static String inside(Connector connector, String text, Draft draft) {
        return read(connector, text, draft).end() instanceof Parsed.Rejected no
                ? connector.id() + ": " + no.reason()
                : "";
    }

    private void refuse(Draft draft, String reason) {
        if (!optional) {
            draft.reject(reason);
        }
    }
}
