package io.tadoru.detection;

import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The rules that Tadoru brings along, as tests read them. */
final class OwnRules {
    static final Path FOLDER = Path.of(System.getProperty("tadoru.root", "../.."), "rules");
    static final RuleSet RULES = RuleSet.load(FOLDER);

    private OwnRules() {}

    /** Examples stand beside the rule; the first word tells whether it must match. */
    static List<Event> examples(Path rule, String kind) {
        String name = rule.getFileName().toString().replace(".yml", kind);
        return Doc.text(rule.resolveSibling(name)).lines().map(OwnRules::event).toList();
    }

    static Event event(String json) {
        return EventJson.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    static Rule rule(Path file) {
        Optional<Doc> id = Doc.parse(file, Doc.text(file)).child("id");
        return RULES.rules().stream()
                .filter(r -> r.ref().id().equals(id.orElseThrow().text()))
                .findFirst()
                .orElseThrow();
    }
}
