package io.tadoru.connector;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a {@code connector.yml} that knows its line, so that every complaint can say where. */
record Spot(Path file, Node node) {

    static Spot read(Path file) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
            if (root == null) {
                throw new ConnectorException(file, 1, "nothing", "a connector", "");
            }
            return new Spot(file, root);
        } catch (IOException e) {
            throw new ConnectorException(file, 0, "no readable file (" + e.getMessage() + ")", "a connector", "");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new ConnectorException(file, line, "broken YAML (" + e.getProblem() + ")", "YAML", "");
        } catch (YAMLException e) {
            throw new ConnectorException(file, 0, "broken YAML (" + e.getMessage() + ")", "YAML", "");
        }
    }

    ConnectorException wrong(String expected) {
        return new ConnectorException(file, line(), shown(), expected, "");
    }

    /** A word that is none of these. */
    ConnectorException wrong(String what, Collection<String> words) {
        return wrong(what, words, raw());
    }

    /** A word in this text that is none of these. */
    ConnectorException wrong(String what, Collection<String> words, String word) {
        String expected = words.size() > 20 ? what : what + ": " + String.join(", ", words);
        return new ConnectorException(file, line(), shown(), expected, Nearest.to(word, words));
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    private String raw() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private String shown() {
        return switch (node) {
            case ScalarNode scalar -> "\"" + scalar.getValue() + "\"";
            case SequenceNode list -> "a list";
            case MappingNode map -> "a mapping";
            default -> "something odd";
        };
    }

    String text() {
        if (!isText()) {
            throw wrong("text");
        }
        return raw();
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("true or false");
        };
    }

    /** A constant: text, whole number, truth value, or a list of them. */
    Object constant() {
        if (isList()) {
            return list().stream().map(Spot::constant).toList();
        }
        String text = text();
        if (node.getTag().equals(Tag.INT) && text.matches("-?[0-9]{1,18}")) {
            return Long.valueOf(text);
        }
        return node.getTag().equals(Tag.BOOL) ? (Object) Boolean.valueOf(flag()) : text;
    }

    /** The elements; a single value is a list of one. */
    List<Spot> list() {
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(n -> new Spot(file, n)).toList()
                : List.of(this);
    }

    List<String> texts() {
        return list().stream().map(Spot::text).toList();
    }

    Map<String, Spot> fields() {
        if (!(node instanceof MappingNode map)) {
            throw wrong("a mapping");
        }
        Map<String, Spot> fields = new LinkedHashMap<>();
        for (NodeTuple pair : map.getValue()) {
            Spot key = new Spot(file, pair.getKeyNode());
            if (fields.put(key.text(), new Spot(file, pair.getValueNode())) != null) {
                throw key.wrong("each key once");
            }
        }
        return fields;
    }

    /** Refuses keys that the language does not have. */
    Spot only(List<String> keys) {
        fields();
        keys().stream().filter(key -> !keys.contains(key.text())).findFirst().ifPresent(key -> {
            throw key.wrong("one of", keys);
        });
        return this;
    }

    List<Spot> keys() {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .map(p -> new Spot(file, p.getKeyNode()))
                        .toList()
                : List.of();
    }

    Optional<Spot> at(String key) {
        return Optional.ofNullable(fields().get(key));
    }

    Spot need(String key) {
        return at(key).orElseThrow(() -> new ConnectorException(file, line(), "no \"" + key + "\" here", "it", ""));
    }
}
