package io.tadoru.evtx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of the XML while it is read, or an attribute, which has only a name and text. */
final class Element {
    private final String name;
    private final List<Element> attributes = new ArrayList<>(2);
    private final List<Element> children = new ArrayList<>(2);
    private final StringBuilder text = new StringBuilder();
    private @Nullable List<String> repeated;
    private boolean missing;

    Element(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<Element> attributes() {
        return attributes;
    }

    List<Element> children() {
        return children;
    }

    String text() {
        return text.toString();
    }

    void text(String more) {
        text.append(more);
    }

    /** Its value is a list: Windows writes the element once for each. */
    void repeat(List<String> values) {
        repeated = values;
    }

    /** Its value was left out: Windows writes no attribute then. */
    void miss() {
        missing = true;
    }

    void attribute(Element attribute) {
        if (attribute.repeated != null) {
            attribute.text(String.join(",", attribute.repeated));
        }
        if (!attribute.missing || !attribute.text.isEmpty()) {
            attributes.add(attribute);
        }
    }

    void add(Element child, Effort effort) throws Malformed {
        if (child.repeated == null || child.repeated.isEmpty()) {
            children.add(child);
            return;
        }
        for (String value : child.repeated) {
            effort.text(child.weight());
            children.add(child.with(value));
        }
    }

    /** Without what is inside of it: no element of Windows has both, and copies of copies would have no end. */
    private Element with(String value) {
        Element one = new Element(name);
        one.attributes.addAll(attributes);
        one.text.append(text).append(value);
        return one;
    }

    private int weight() {
        int weight = name.length() + text.length();
        for (Element attribute : attributes) {
            weight += attribute.name.length() + attribute.text.length();
        }
        return weight;
    }

    Element child(String wanted) throws Malformed {
        for (Element child : children) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        throw new Malformed("it has no " + wanted);
    }

    /** Empty when there is none. */
    String attribute(String wanted) {
        for (Element attribute : attributes) {
            if (attribute.name.equals(wanted)) {
                return attribute.text();
            }
        }
        return "";
    }
}
