package io.tadoru.detection;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Sigma filter document: what an office knows to be harmless, kept apart from the rules of others that it narrows (Sigma
 * specification 2.1, filters).
 *
 * @param rules ids or names of the rules that it is for; empty: all rules of its logsource
 */
record Filter(Doc doc, String version, Map<String, String> logsource, List<String> rules, Doc body) {
    static Filter read(Doc doc, String version) {
        Doc body = doc.need("filter");
        Doc rules = body.need("rules");
        List<String> named = rules.texts().equals(List.of("any")) ? List.of() : rules.texts();
        return new Filter(doc, version, Route.keys(doc.need("logsource")), named, body);
    }

    boolean isFor(Rule rule) {
        return Route.fits(logsource, rule.logsource())
                && (rules.isEmpty() || rules.stream().anyMatch(rule::isCalled));
    }

    /** A name or id among its rules that there is not. */
    Optional<String> unknown(List<Rule> all) {
        return rules.stream()
                .filter(name -> all.stream().noneMatch(r -> r.isCalled(name)))
                .findFirst();
    }

    /** The rule, narrowed by it: with the rule's own meaning of names. */
    Rule narrow(Rule rule) {
        Map<String, Expression> selections =
                new SelectionCompiler(rule.names()).selections(body, List.of("condition", "rules"));
        Expression passes = new Expression.Named(
                "filter '" + doc.need("title").text() + "'", RuleReader.conditions(body.need("condition"), selections));
        return rule.narrowed(passes, RuleReader.version(rule.ref().version() + version));
    }
}
