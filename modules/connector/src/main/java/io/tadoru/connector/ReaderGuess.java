package io.tadoru.connector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which reader takes lines apart, told by the lines.
 *
 * @param yaml what {@code read} is to say
 * @param header what {@code frame} is to say of a header line, or null
 * @param reader the same, ready to read
 */
record ReaderGuess(String yaml, @Nullable String header, Reader reader) {
    /** Of so many of the lines a reader must make something. */
    private static final double MOST = 0.8;

    private static final List<Character> SEPARATORS = List.of('\t', '|', ';', ',');
    private static final int PAIRS = 3;
    private static final int COLUMNS = 4;

    /** The guess for lines that have no syslog header any more; words between blanks when nothing else fits. */
    static ReaderGuess of(List<String> lines) {
        return marked(lines)
                .or(() -> fits(lines, "json", new JsonObjects(), 1))
                .or(() -> fits(lines, "xml", new Xml(), 1))
                .or(() -> pairs(lines))
                .or(() -> headed(lines))
                .or(() -> columns(lines))
                .orElseGet(() -> words(lines));
    }

    private static Optional<ReaderGuess> marked(List<String> lines) {
        Optional<String> fields =
                lines.stream().filter(line -> line.startsWith(W3c.FIELDS)).findFirst();
        if (fields.isPresent()) {
            return Optional.of(new ReaderGuess("[w3c]", "w3c", new W3c(W3c.names(fields.get()))));
        }
        return fits(lines, "cef", new Cef(), 1).or(() -> fits(lines, "leef", new Leef(), 1));
    }

    private static Optional<ReaderGuess> fits(List<String> lines, String word, Reader reader, int names) {
        return share(lines, reader, names) >= MOST
                ? Optional.of(new ReaderGuess("[" + word + "]", null, reader))
                : Optional.empty();
    }

    private static double share(List<String> lines, Reader reader, int names) {
        long read = lines.stream()
                .filter(line -> names(line, reader).size() >= names)
                .count();
        return lines.isEmpty() ? 0 : (double) read / lines.size();
    }

    static Map<String, Object> names(String line, Reader reader) {
        Map<String, Object> names = new LinkedHashMap<>();
        return reader.read(line, names::put) ? names : Map.of();
    }

    private static Optional<ReaderGuess> pairs(List<String> lines) {
        for (char between : new char[] {' ', ',', ';', '|', '\t'}) {
            for (char assign : new char[] {'=', ':'}) {
                Reader reader = new KeyValues(between, assign);
                boolean sound = lines.stream()
                        .noneMatch(line -> names(line, reader).keySet().stream()
                                .anyMatch(name -> !name.matches("[A-Za-z_][\\w .-]{0,40}")));
                if (sound && share(lines, reader, PAIRS) >= MOST) {
                    return Optional.of(new ReaderGuess(kv(between, assign), null, reader));
                }
            }
        }
        return Optional.empty();
    }

    private static String kv(char between, char assign) {
        return between == ' ' && assign == '='
                ? "[kv]"
                : "[{kv: {between: " + Quoted.of(between) + ", assign: " + Quoted.of(assign) + "}}]";
    }

    /** The first line names the columns of the others: it has words where they have numbers. */
    private static Optional<ReaderGuess> headed(List<String> lines) {
        for (char separator : SEPARATORS) {
            List<String> first = cells(lines.get(0), separator);
            boolean names = first.size() >= COLUMNS
                    && first.stream().noneMatch(cell -> cell.isBlank() || cell.matches(".*\\d{3}.*"));
            boolean others = lines.size() > 1
                    && lines.stream()
                                    .skip(1)
                                    .filter(l -> cells(l, separator).size() == first.size())
                                    .count()
                            >= MOST * (lines.size() - 1);
            boolean digits = lines.stream().skip(1).anyMatch(line -> line.matches(".*\\d{2}.*"));
            if (names && others && digits) {
                String yaml = "[{csv: {header: true" + separator(separator) + "}}]";
                return Optional.of(new ReaderGuess(
                        yaml,
                        Quoted.of("^\"?" + pattern(first.get(0)) + "\"?" + pattern("" + separator)),
                        Csv.of(first, separator)));
            }
        }
        return Optional.empty();
    }

    private static Optional<ReaderGuess> columns(List<String> lines) {
        for (char separator : SEPARATORS) {
            int count = cells(lines.get(0), separator).size();
            long same = lines.stream()
                    .filter(l -> cells(l, separator).size() == count)
                    .count();
            if (count >= COLUMNS && same >= MOST * lines.size()) {
                List<String> names = new ArrayList<>();
                for (int i = 1; i <= count; i++) {
                    names.add("column_" + i);
                }
                String yaml = "[{csv: {columns: [" + String.join(", ", names) + "]" + separator(separator) + "}}]";
                return Optional.of(new ReaderGuess(yaml, null, Csv.of(names, separator)));
            }
        }
        return Optional.empty();
    }

    private static List<String> cells(String line, char separator) {
        return names(line, Csv.of(List.of("a", "b"), separator)).values().stream()
                .map(Object::toString)
                .toList();
    }

    private static String separator(char separator) {
        return separator == ',' ? "" : ", separator: " + Quoted.of(separator);
    }

    private static String pattern(String text) {
        return com.google.re2j.Pattern.quote(text);
    }

    /** Words that are the same in all lines are text; the others get names, after the word before where that tells something. */
    private static ReaderGuess words(List<String> lines) {
        List<List<String>> rows =
                lines.stream().map(line -> Arrays.asList(line.split(" "))).toList();
        int count = rows.stream().mapToInt(List::size).min().orElse(1);
        boolean even = rows.stream().allMatch(row -> row.size() == count);
        List<String> parts = new ArrayList<>();
        String before = "";
        for (int i = 0; i < count; i++) {
            int column = i;
            List<String> values =
                    rows.stream().map(row -> row.get(column)).distinct().toList();
            boolean last = i == count - 1;
            boolean text = values.size() == 1 && !last && values.get(0).matches("[A-Za-z:>=-]+");
            String name = last && !even
                    ? "rest"
                    : before.matches("[a-z]{2,20}") && !parts.contains("%{" + before + "}")
                            ? before
                            : "word_" + (i + 1);
            parts.add(text ? values.get(0) : "%{" + name + "}");
            before = text ? values.get(0) : "";
        }
        String pattern = String.join(" ", parts);
        return new ReaderGuess("[{dissect: " + Quoted.of(pattern) + "}]", null, new Dissect(pattern));
    }
}
