package io.tadoru.connector;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XML element into dotted names below its root: an attribute is a name below its element, and an element with a
 * {@code Name} attribute and text (as in Windows' {@code <Data Name="Image">}) goes by that. What comes again becomes a list.
 */
final class Xml implements Reader {
    private static final XMLInputFactory FACTORY = factory();
    private static final int DEPTH = 32;
    private static final int MAX_VALUES = 2000;

    /** No document type, no entity of anybody's, nothing from elsewhere. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    @Override
    public boolean read(String text, Fill fill) {
        int start = text.indexOf('<');
        if (start < 0) {
            return false;
        }
        try {
            Map<String, List<String>> found =
                    new Walk().through(FACTORY.createXMLStreamReader(new StringReader(text.substring(start))));
            found.forEach((name, values) ->
                    fill.put(name, values.size() == 1 ? (Object) values.get(0) : List.copyOf(values)));
            return !found.isEmpty();
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private record Open(String path, StringBuilder text, String named) {}

    private static final class Walk {
        private final Map<String, List<String>> found = new LinkedHashMap<>();
        private final Deque<Open> open = new ArrayDeque<>();
        private int count;

        Map<String, List<String>> through(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
                    default -> {}
                }
            }
            return found;
        }

        private void start(XMLStreamReader xml) throws XMLStreamException {
            if (open.size() >= DEPTH) {
                throw new XMLStreamException("deeper than " + DEPTH);
            }
            String path = open.isEmpty() ? "" : below(open.peek().path, xml.getLocalName());
            String named = "";
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                String name = xml.getAttributeLocalName(i);
                if (name.equals("Name") && xml.getAttributeCount() == 1) {
                    named = xml.getAttributeValue(i);
                }
                put(below(path, name), xml.getAttributeValue(i));
            }
            open.push(new Open(path, new StringBuilder(), named));
        }

        private void text(String text) {
            if (!open.isEmpty()) {
                open.peek().text.append(text);
            }
        }

        private void end() {
            Open element = open.pop();
            String text = element.text.toString().strip();
            if (!element.named.isEmpty() && !open.isEmpty()) {
                found.remove(below(element.path, "Name"));
                put(below(open.peek().path, element.named), text);
            } else {
                put(element.path.isEmpty() ? "text" : element.path, text);
            }
        }

        private void put(String name, String value) {
            if (!value.isEmpty() && count++ < MAX_VALUES) {
                found.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }

        private static String below(String path, String name) {
            return path.isEmpty() ? name : path + "." + name;
        }
    }

    @Override
    public String expected() {
        return "an XML element";
    }
}
