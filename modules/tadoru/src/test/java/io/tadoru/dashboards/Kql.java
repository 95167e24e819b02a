package io.tadoru.dashboards;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Kibana's query language as our dashboards use, into the query of Elasticsearch that Kibana makes of it. */
final class Kql {
    private static final Pattern TOKEN = Pattern.compile("\\s*(\\(|\\)|:|\"[^\"]*\"|[^\\s():\"]+)");

    private final Deque<String> tokens = new ArrayDeque<>();
    private final Set<String> fields = new TreeSet<>();

    private Kql(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (matcher.find(at) && matcher.start() == at) {
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
        if (!text.substring(at).isBlank()) {
            throw new IllegalArgumentException("not understood: " + text.substring(at) + " of " + text);
        }
    }

    static Map<String, Object> query(String text) {
        Kql kql = new Kql(text);
        return kql.whole(text);
    }

    static Set<String> fields(String text) {
        Kql kql = new Kql(text);
        kql.whole(text);
        return kql.fields;
    }

    private Map<String, Object> whole(String text) {
        if (tokens.isEmpty()) {
            return Map.of("match_all", Map.of());
        }
        Map<String, Object> query = or();
        if (!tokens.isEmpty()) {
            throw new IllegalArgumentException(tokens + " are left over of " + text);
        }
        return query;
    }

    private Map<String, Object> or() {
        List<Object> parts = new ArrayList<>(List.of(and()));
        while (taken("or")) {
            parts.add(and());
        }
        return Map.of("bool", Map.of("should", parts, "minimum_should_match", 1));
    }

    private Map<String, Object> and() {
        List<Object> parts = new ArrayList<>(List.of(not()));
        while (taken("and")) {
            parts.add(not());
        }
        return Map.of("bool", Map.of("filter", parts));
    }

    private Map<String, Object> not() {
        if (taken("not")) {
            return Map.of("bool", Map.of("must_not", not()));
        }
        if (taken("(")) {
            Map<String, Object> inner = or();
            expect(")");
            return inner;
        }
        return comparison();
    }

    private Map<String, Object> comparison() {
        String field = unquoted(tokens.pop());
        fields.add(field);
        expect(":");
        if (!taken("(")) {
            return value(field, tokens.pop());
        }
        List<Object> values = new ArrayList<>(List.of(value(field, tokens.pop())));
        while (taken("or")) {
            values.add(value(field, tokens.pop()));
        }
        expect(")");
        return Map.of("bool", Map.of("should", values, "minimum_should_match", 1));
    }

    private static Map<String, Object> value(String field, String value) {
        return value.equals("*")
                ? Map.of("exists", Map.of("field", field))
                : Map.of("match", Map.of(field, unquoted(value)));
    }

    private static String unquoted(String token) {
        return token.startsWith("\"") ? token.substring(1, token.length() - 1) : token;
    }

    private boolean taken(String token) {
        if (!token.equalsIgnoreCase(tokens.peek())) {
            return false;
        }
        tokens.pop();
        return true;
    }

    private void expect(String token) {
        if (!taken(token)) {
            throw new IllegalArgumentException("expected " + token + " before " + tokens);
        }
    }
}
