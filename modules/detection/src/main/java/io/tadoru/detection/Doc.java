package io.tadoru.detection;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** A place in a YAML file: its value, and its line for whoever has to mend it. */
record Doc(Path file, Node node) {

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RuleException(file, 0, "cannot be read as UTF-8: " + e.getMessage());
        }
    }

    /** The one document of the text. */
    static Doc parse(Path file, String text) {
        List<Doc> all = all(file, text);
        if (all.size() != 1) {
            throw new RuleException(file, 0, all.isEmpty() ? "is empty" : "is no single YAML document");
        }
        return all.getFirst();
    }

    /** The documents of the text, those with nothing in them left out. */
    static List<Doc> all(Path file, String text) {
        try {
            List<Doc> all = new ArrayList<>();
            for (Node root : new Yaml(new LoaderOptions()).composeAll(new StringReader(text))) {
                if (!root.getTag().equals(Tag.NULL)) {
                    all.add(new Doc(file, root));
                }
            }
            return all;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new RuleException(file, line, "is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new RuleException(file, 0, "is no YAML: " + e.getMessage());
        }
    }

    RuleException error(String reason) {
        return new RuleException(file, line(), reason);
    }

    /** What is well written but cannot be had here. */
    RuleException unsupported(String reason) {
        return new RuleException(RuleException.Kind.UNSUPPORTED, file, line(), reason);
    }

    /** Counted from 1. */
    int line() {
        return node.getStartMark().getLine() + 1;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean isNumber() {
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    }

    /** The entries in their order; a key twice is an error, for one of the two would be lost in silence. */
    Map<String, Doc> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("expected a map");
        }
        Map<String, Doc> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Doc key = new Doc(file, tuple.getKeyNode());
            if (entries.put(key.text(), new Doc(file, tuple.getValueNode())) != null) {
                throw key.error("the key '" + key.text() + "' stands twice");
            }
        }
        return entries;
    }

    /** The items; anything but a list is a list of itself. */
    List<Doc> items() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(n -> new Doc(file, n)).toList()
                : List.of(this);
    }

    /** The scalar as it is written. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error("expected a plain value");
    }

    List<String> texts() {
        return items().stream().map(Doc::text).toList();
    }

    Optional<Doc> child(String key) {
        return Optional.ofNullable(map().get(key));
    }

    Doc need(String key) {
        return child(key).orElseThrow(() -> error("has no '" + key + "'"));
    }
}
